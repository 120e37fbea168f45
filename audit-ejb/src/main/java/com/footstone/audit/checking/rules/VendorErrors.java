package com.footstone.audit.checking.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the error numbers of Oracle, SQL Server and MySQL stand for. A number is the same in every language that a database
 * speaks, and says more than the SQLSTATE that a driver makes of it.
 */
final class VendorErrors {

    /** Oracle names itself; what drivers write before the numbers of others differs. */
    private static final Pattern ORACLE_CODE = Pattern.compile("\\bORA-(\\d{1,5})\\b");

    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\b(?:SQL Error|Error Number|error code|errno|vendor code|Msg)"
                    + "\\W{1,3}(\\d{1,5})\\b|\\bERROR (\\d{4})(?=:| \\()");

    private static final int FIRST_PARSE_ERROR_OF_ORACLE = 900;
    private static final int LAST_PARSE_ERROR_OF_ORACLE = 999;

    private static final Map<Integer, ErrorKind> ORACLE = oracle();
    private static final Map<Integer, ErrorKind> SQL_SERVER = sqlServer();
    private static final Map<Integer, ErrorKind> MYSQL = mysql();

    private VendorErrors() {}

    /**
     * The kind that a failure's number stands for: the first number that is known, in the text or in place of an SQLSTATE.
     *
     * @param dbSystem what the event calls its database, or null
     * @param state the event's SQLSTATE, or what its producer has in place of one; or null
     * @param text the redacted error text
     */
    static Optional<ErrorKind> kindOf(String dbSystem, String state, String text) {
        Optional<ErrorKind> byState = state == null || state.length() == 5 ? Optional.empty() : first(dbSystem, state);
        return byState.isPresent() ? byState : first(dbSystem, text);
    }

    private static Optional<ErrorKind> first(String dbSystem, String text) {
        if (text.chars().allMatch(Character::isDigit) && !text.isEmpty() && text.length() <= 5) {
            return Optional.ofNullable(numbersOf(dbSystem).get(Integer.parseInt(text)));
        }
        Optional<ErrorKind> oracle = first(ORACLE_CODE, text, ORACLE);
        return oracle.isPresent() ? oracle : first(NUMBER, text, numbersOf(dbSystem));
    }

    private static Optional<ErrorKind> first(Pattern pattern, String text, Map<Integer, ErrorKind> kinds) {
        Matcher code = pattern.matcher(text);
        while (code.find()) {
            String number = code.group(1) == null ? code.group(2) : code.group(1);
            ErrorKind kind = kinds.get(Integer.parseInt(number));
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, ErrorKind> numbersOf(String dbSystem) {
        if (dbSystem == null) {
            return Map.of();
        }
        return switch (dbSystem.strip().toLowerCase(Locale.ROOT)) {
            case "oracle", "oracle.db" -> ORACLE;
            case "microsoft.sql_server", "mssql", "sqlserver" -> SQL_SERVER;
            case "mysql", "mariadb", "tidb" -> MYSQL;
            default -> Map.of();
        };
    }

    private static Map<Integer, ErrorKind> oracle() {
        Map<Integer, ErrorKind> kinds = new HashMap<>();
        for (int code = FIRST_PARSE_ERROR_OF_ORACLE; code <= LAST_PARSE_ERROR_OF_ORACLE; code++) {
            kinds.put(code, ErrorKind.SYNTAX);
        }
        put(kinds, ErrorKind.DEADLOCK, 60, 4020);
        put(kinds, ErrorKind.LOCK_TIMEOUT, 54, 2049, 4021, 14452, 30006);
        put(kinds, ErrorKind.CANCELLED, 40, 1013, 56735);
        put(kinds, ErrorKind.CONNECTION, 28, 1012, 1033, 1034, 1041, 1089, 1090, 1092, 2396, 2399, 3113, 3114, 3135);
        put(kinds, ErrorKind.CONNECTION, 3136, 12154, 12170, 12500, 12505, 12514, 12528, 12537, 12541, 12543, 12545);
        put(kinds, ErrorKind.CONNECTION, 12560, 12571, 17002, 17008, 17410, 25401, 25402, 25408);
        put(kinds, ErrorKind.RESOURCE, 18, 20, 257, 1000, 1536, 1555, 1578, 1628, 1630, 1631, 1632, 1650, 1652, 1653);
        put(kinds, ErrorKind.RESOURCE, 1654, 1655, 1658, 1659, 1683, 1688, 1691, 1692, 2391, 2392, 2393, 4030, 4031);
        put(kinds, ErrorKind.RESOURCE, 4036, 12516, 12519, 12520, 19502, 19504, 19809, 27072, 27102, 30036);
        put(kinds, ErrorKind.SERIALIZATION, 8176, 8177);
        put(kinds, ErrorKind.ACCESS, 1005, 1017, 1031, 1039, 1045, 1720, 1749, 1924, 1927, 1932, 1950, 28000, 28001);
        put(kinds, ErrorKind.ACCESS, 28009, 28115, 41900);
        put(kinds, ErrorKind.SYNTAX, 1418, 1430, 1747, 1756, 1789, 1790, 2019, 2024, 2289, 2443, 4043, 4063, 4098);
        put(kinds, ErrorKind.SYNTAX, 6550, 38104);
        put(
                kinds,
                ErrorKind.CONSTRAINT,
                1,
                1400,
                1402,
                1407,
                2266,
                2290,
                2291,
                2292,
                2293,
                2296,
                2298,
                2299,
                2437,
                2449);
        return Map.copyOf(kinds);
    }

    private static Map<Integer, ErrorKind> sqlServer() {
        Map<Integer, ErrorKind> kinds = new HashMap<>();
        put(kinds, ErrorKind.DEADLOCK, 1205);
        put(kinds, ErrorKind.LOCK_TIMEOUT, 1222);
        put(kinds, ErrorKind.CANCELLED, 3617);
        put(kinds, ErrorKind.CONNECTION, 64, 233, 596, 4014, 6005, 10053, 10054, 10060, 17142, 40143, 40197, 40613);
        put(kinds, ErrorKind.RESOURCE, 701, 802, 823, 824, 845, 1101, 1105, 1204, 3257, 5149, 8645, 8651, 8657, 9002);
        put(
                kinds,
                ErrorKind.RESOURCE,
                10928,
                10929,
                17189,
                40501,
                40544,
                40549,
                40551,
                40552,
                40553,
                49918,
                49919,
                49920);
        put(kinds, ErrorKind.SERIALIZATION, 3960, 3961, 3966, 41301, 41302, 41305, 41325, 41839);
        put(
                kinds,
                ErrorKind.ACCESS,
                229,
                230,
                262,
                297,
                300,
                916,
                4060,
                15151,
                15247,
                15404,
                18452,
                18456,
                18470,
                18486);
        put(kinds, ErrorKind.ACCESS, 18487, 18488, 33009);
        put(
                kinds,
                ErrorKind.SYNTAX,
                102,
                103,
                105,
                109,
                110,
                120,
                128,
                134,
                137,
                139,
                145,
                156,
                170,
                174,
                178,
                189,
                195);
        put(kinds, ErrorKind.SYNTAX, 201, 205, 206, 207, 208, 209, 213, 257, 263, 264, 319, 343, 911, 1011, 1013, 1088);
        put(
                kinds,
                ErrorKind.SYNTAX,
                1750,
                1767,
                1911,
                1913,
                2705,
                2714,
                2715,
                2760,
                2812,
                3701,
                4104,
                4121,
                4145,
                4902);
        put(kinds, ErrorKind.SYNTAX, 4924, 8120, 8127, 8144, 8145, 8146, 8155, 8156, 8158, 8159, 8178);
        put(kinds, ErrorKind.CONSTRAINT, 515, 547, 548, 550, 1505, 2601, 2627, 3725, 3726, 3728, 4712);
        return Map.copyOf(kinds);
    }

    private static Map<Integer, ErrorKind> mysql() {
        Map<Integer, ErrorKind> kinds = new HashMap<>();
        put(kinds, ErrorKind.DEADLOCK, 1213, 1614);
        put(kinds, ErrorKind.LOCK_TIMEOUT, 1205, 3572);
        put(kinds, ErrorKind.CANCELLED, 1317, 1969, 3024);
        put(kinds, ErrorKind.CONNECTION, 1042, 1043, 1047, 1053, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2002, 2003);
        put(kinds, ErrorKind.CONNECTION, 2005, 2006, 2013, 2055, 4031);
        put(kinds, ErrorKind.RESOURCE, 1021, 1037, 1038, 1040, 1041, 1114, 1135, 1203, 1206, 1226, 1436, 1461, 1637);
        put(kinds, ErrorKind.SERIALIZATION, 1020, 3101);
        put(
                kinds,
                ErrorKind.ACCESS,
                1044,
                1045,
                1095,
                1130,
                1131,
                1132,
                1141,
                1142,
                1143,
                1227,
                1290,
                1370,
                1410,
                1419);
        put(kinds, ErrorKind.ACCESS, 1449, 1698, 1820, 1836, 1862, 3118);
        put(
                kinds,
                ErrorKind.SYNTAX,
                1046,
                1049,
                1050,
                1051,
                1052,
                1054,
                1055,
                1056,
                1060,
                1061,
                1064,
                1065,
                1066,
                1072);
        put(
                kinds,
                ErrorKind.SYNTAX,
                1091,
                1101,
                1103,
                1109,
                1110,
                1111,
                1115,
                1128,
                1136,
                1140,
                1146,
                1149,
                1176,
                1193);
        put(kinds, ErrorKind.SYNTAX, 1222, 1235, 1241, 1247, 1248, 1305, 1318, 1327, 1356, 1582);
        put(kinds, ErrorKind.CONSTRAINT, 1022, 1048, 1062, 1169, 1216, 1217, 1364, 1451, 1452, 1557, 1586, 1761, 1762);
        put(kinds, ErrorKind.CONSTRAINT, 3819, 4025);
        return Map.copyOf(kinds);
    }

    private static void put(Map<Integer, ErrorKind> kinds, ErrorKind kind, int... codes) {
        for (int code : codes) {
            kinds.put(code, kind);
        }
    }
}
