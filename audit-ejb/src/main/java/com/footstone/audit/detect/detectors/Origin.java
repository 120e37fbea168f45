package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine or a network, by a name that outlives restarts: pods of one deployment are one origin, and so are the addresses of
 * one network.
 *
 * @param name how it is remembered and shown
 */
record Origin(String name) {

    /** Also as IPv6 writes it, and with a port. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:::ffff:)?(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?::\\d+)?");

    /** Private host names of clouds hold the address. */
    private static final Pattern NAMED_IPV4 =
            Pattern.compile("ip-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})(?:\\..*)?");

    /** Kubernetes makes names of letters that form no words. */
    private static final String RANDOM = "bcdfghjklmnpqrstvwxz2456789";

    /** What stands before what is made up for a pod of a Deployment or CronJob, a DaemonSet or Job, or a StatefulSet. */
    private static final List<Pattern> PODS = List.of(
            Pattern.compile("(.+-)[" + RANDOM + "013]{6,10}-[" + RANDOM + "]{5}"),
            Pattern.compile("(.+-)(?=[a-z]*[0-9])[" + RANDOM + "]{5}"),
            Pattern.compile("(.+-)[0-9]{1,3}"));

    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f]{12}|[0-9a-f]{64}");

    private static final int IPV6_NETWORK_GROUPS = 4;

    /**
     * Where a machine belongs.
     *
     * @param host its name or address
     * @param bits how many bits of an IPv4 address are its network
     */
    static Origin of(String host, int bits) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        if (plain.indexOf(':') >= 0 && !IPV4.matcher(plain).matches()) {
            return new Origin(ipv6Network(plain));
        }
        Matcher address = IPV4.matcher(plain);
        Matcher named = NAMED_IPV4.matcher(plain);
        if (address.matches()) {
            return new Origin(network(address, bits));
        }
        return new Origin(named.matches() ? network(named, bits) : nameOf(plain));
    }

    private static String nameOf(String host) {
        if (CONTAINER.matcher(host).matches()) {
            return "container";
        }
        int dot = host.indexOf('.');
        String first = dot < 0 ? host : host.substring(0, dot);
        String domain = dot < 0 ? "" : host.substring(dot);
        for (Pattern pod : PODS) {
            Matcher matcher = pod.matcher(first);
            if (matcher.matches()) {
                return matcher.group(1) + "*" + domain;
            }
        }
        return host;
    }

    private static String network(Matcher address, int bits) {
        long number = 0;
        for (int part = 1; part <= address.groupCount(); part++) {
            number = (number << 8) | (Integer.parseInt(address.group(part)) & 0xff);
        }
        long network = number & (0xffffffffL << (32 - bits));
        return ((network >> 24) & 0xff) + "." + ((network >> 16) & 0xff) + "." + ((network >> 8) & 0xff) + "."
                + (network & 0xff) + "/" + bits;
    }

    /** The first half of the address, written out, without a zone or a port. */
    private static String ipv6Network(String address) {
        String plain = address.replaceAll("\\[|\\].*|%.*", "");
        String[] halves = plain.split("::", 2);
        String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int group = 0; group < IPV6_NETWORK_GROUPS; group++) {
            network.append(group < head.length ? head[group].replaceFirst("^0+(?=.)", "") : "0")
                    .append(':');
        }
        return network + ":/64";
    }
}
