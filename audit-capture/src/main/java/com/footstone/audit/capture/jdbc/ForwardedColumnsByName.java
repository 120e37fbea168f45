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

/** Columns read by name, passed straight on. */
abstract class ForwardedColumnsByName extends ForwardedColumnsByIndex {

    ForwardedColumnsByName(ResultSet rows) {
        super(rows);
    }

    @Override
    public int findColumn(String label) throws SQLException {
        return rows.findColumn(label);
    }

    @Override
    public Array getArray(String label) throws SQLException {
        return rows.getArray(label);
    }

    @Override
    public InputStream getAsciiStream(String label) throws SQLException {
        return rows.getAsciiStream(label);
    }

    @Override
    public BigDecimal getBigDecimal(String label) throws SQLException {
        return rows.getBigDecimal(label);
    }

    @Override
    @Deprecated
    public BigDecimal getBigDecimal(String label, int scale) throws SQLException {
        return rows.getBigDecimal(label, scale);
    }

    @Override
    public InputStream getBinaryStream(String label) throws SQLException {
        return rows.getBinaryStream(label);
    }

    @Override
    public Blob getBlob(String label) throws SQLException {
        return rows.getBlob(label);
    }

    @Override
    public boolean getBoolean(String label) throws SQLException {
        return rows.getBoolean(label);
    }

    @Override
    public byte getByte(String label) throws SQLException {
        return rows.getByte(label);
    }

    @Override
    public byte[] getBytes(String label) throws SQLException {
        return rows.getBytes(label);
    }

    @Override
    public Reader getCharacterStream(String label) throws SQLException {
        return rows.getCharacterStream(label);
    }

    @Override
    public Clob getClob(String label) throws SQLException {
        return rows.getClob(label);
    }

    @Override
    public Date getDate(String label) throws SQLException {
        return rows.getDate(label);
    }

    @Override
    public Date getDate(String label, Calendar calendar) throws SQLException {
        return rows.getDate(label, calendar);
    }

    @Override
    public double getDouble(String label) throws SQLException {
        return rows.getDouble(label);
    }

    @Override
    public float getFloat(String label) throws SQLException {
        return rows.getFloat(label);
    }

    @Override
    public int getInt(String label) throws SQLException {
        return rows.getInt(label);
    }

    @Override
    public long getLong(String label) throws SQLException {
        return rows.getLong(label);
    }

    @Override
    public Reader getNCharacterStream(String label) throws SQLException {
        return rows.getNCharacterStream(label);
    }

    @Override
    public NClob getNClob(String label) throws SQLException {
        return rows.getNClob(label);
    }

    @Override
    public String getNString(String label) throws SQLException {
        return rows.getNString(label);
    }

    @Override
    public Object getObject(String label) throws SQLException {
        return rows.getObject(label);
    }

    @Override
    public <T> T getObject(String label, Class<T> type) throws SQLException {
        return rows.getObject(label, type);
    }

    @Override
    public Object getObject(String label, Map<String, Class<?>> types) throws SQLException {
        return rows.getObject(label, types);
    }

    @Override
    public Ref getRef(String label) throws SQLException {
        return rows.getRef(label);
    }

    @Override
    public RowId getRowId(String label) throws SQLException {
        return rows.getRowId(label);
    }

    @Override
    public SQLXML getSQLXML(String label) throws SQLException {
        return rows.getSQLXML(label);
    }

    @Override
    public short getShort(String label) throws SQLException {
        return rows.getShort(label);
    }

    @Override
    public String getString(String label) throws SQLException {
        return rows.getString(label);
    }

    @Override
    public Time getTime(String label) throws SQLException {
        return rows.getTime(label);
    }

    @Override
    public Time getTime(String label, Calendar calendar) throws SQLException {
        return rows.getTime(label, calendar);
    }

    @Override
    public Timestamp getTimestamp(String label) throws SQLException {
        return rows.getTimestamp(label);
    }

    @Override
    public Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
        return rows.getTimestamp(label, calendar);
    }

    @Override
    public URL getURL(String label) throws SQLException {
        return rows.getURL(label);
    }

    @Override
    @Deprecated
    public InputStream getUnicodeStream(String label) throws SQLException {
        return rows.getUnicodeStream(label);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return rows.wasNull();
    }
}
