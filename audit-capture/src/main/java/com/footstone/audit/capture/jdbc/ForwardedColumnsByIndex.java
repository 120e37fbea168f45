package com.footstone.audit.capture.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Columns read by index, passed straight on. Written out, since a reflective proxy would cost every value that is read. */
abstract class ForwardedColumnsByIndex implements ResultSet {

    final ResultSet rows;

    ForwardedColumnsByIndex(ResultSet rows) {
        this.rows = rows;
    }

    @Override
    public Array getArray(int column) throws SQLException {
        return rows.getArray(column);
    }

    @Override
    public InputStream getAsciiStream(int column) throws SQLException {
        return rows.getAsciiStream(column);
    }

    @Override
    public BigDecimal getBigDecimal(int column) throws SQLException {
        return rows.getBigDecimal(column);
    }

    @Override
    @Deprecated
    public BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        return rows.getBigDecimal(column, scale);
    }

    @Override
    public InputStream getBinaryStream(int column) throws SQLException {
        return rows.getBinaryStream(column);
    }

    @Override
    public Blob getBlob(int column) throws SQLException {
        return rows.getBlob(column);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        return rows.getBoolean(column);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return rows.getByte(column);
    }

    @Override
    public byte[] getBytes(int column) throws SQLException {
        return rows.getBytes(column);
    }

    @Override
    public Reader getCharacterStream(int column) throws SQLException {
        return rows.getCharacterStream(column);
    }

    @Override
    public Clob getClob(int column) throws SQLException {
        return rows.getClob(column);
    }

    @Override
    public Date getDate(int column) throws SQLException {
        return rows.getDate(column);
    }

    @Override
    public Date getDate(int column, Calendar calendar) throws SQLException {
        return rows.getDate(column, calendar);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        return rows.getDouble(column);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        return rows.getFloat(column);
    }

    @Override
    public int getInt(int column) throws SQLException {
        return rows.getInt(column);
    }

    @Override
    public long getLong(int column) throws SQLException {
        return rows.getLong(column);
    }

    @Override
    public Reader getNCharacterStream(int column) throws SQLException {
        return rows.getNCharacterStream(column);
    }

    @Override
    public NClob getNClob(int column) throws SQLException {
        return rows.getNClob(column);
    }

    @Override
    public String getNString(int column) throws SQLException {
        return rows.getNString(column);
    }

    @Override
    public Object getObject(int column) throws SQLException {
        return rows.getObject(column);
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        return rows.getObject(column, type);
    }

    @Override
    public Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
        return rows.getObject(column, types);
    }

    @Override
    public Ref getRef(int column) throws SQLException {
        return rows.getRef(column);
    }

    @Override
    public RowId getRowId(int column) throws SQLException {
        return rows.getRowId(column);
    }

    @Override
    public SQLXML getSQLXML(int column) throws SQLException {
        return rows.getSQLXML(column);
    }

    @Override
    public short getShort(int column) throws SQLException {
        return rows.getShort(column);
    }

    @Override
    public String getString(int column) throws SQLException {
        return rows.getString(column);
    }

    @Override
    public Time getTime(int column) throws SQLException {
        return rows.getTime(column);
    }

    @Override
    public Time getTime(int column, Calendar calendar) throws SQLException {
        return rows.getTime(column, calendar);
    }

    @Override
    public Timestamp getTimestamp(int column) throws SQLException {
        return rows.getTimestamp(column);
    }

    @Override
    public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
        return rows.getTimestamp(column, calendar);
    }

    @Override
    public URL getURL(int column) throws SQLException {
        return rows.getURL(column);
    }

    @Override
    @Deprecated
    public InputStream getUnicodeStream(int column) throws SQLException {
        return rows.getUnicodeStream(column);
    }
}
