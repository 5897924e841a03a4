package dev.clausewatch.crawler.extract;

/**
 * How bytes look when they are read as UTF-8. Other charsets hardly ever look like it by chance.
 *
 * @param characters outside ASCII that are well formed
 * @param faults bytes that belong to none
 */
record Utf8(int characters, int faults) {

    static Utf8 of(byte[] bytes) {
        int characters = 0;
        int faults = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = length(bytes[i]);
            if (length > 1 && follow(bytes, i, length)) {
                characters++;
                i += length;
            } else {
                faults += length == 1 ? 0 : 1;
                i++;
            }
        }
        return new Utf8(characters, faults);
    }

    /** Not UTF-8; a page with a broken character here and there still is. */
    boolean isBroken() {
        return faults > characters;
    }

    /** UTF-8 for certain. */
    boolean isPure() {
        return characters > 0 && faults == 0;
    }

    /** By the first byte; 0 for one that begins nothing. */
    private static int length(byte first) {
        int bits = first & 0xFF;
        if (bits < 0x80) {
            return 1;
        }
        if (bits < 0xC2 || bits > 0xF4) {
            return 0;
        }
        return bits < 0xE0 ? 2 : bits < 0xF0 ? 3 : 4;
    }

    private static boolean follow(byte[] bytes, int start, int length) {
        if (start + length > bytes.length) {
            return false;
        }
        for (int i = start + 1; i < start + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
