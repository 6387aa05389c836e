package io.fetchmark.http1;

import java.nio.ByteBuffer;

/** ASCII text between two indices of a buffer, whose position and limit do not matter. */
final class Ascii {

    private static final int TO_LOWER = 0x20;

    private Ascii() {}

    /** The value of a decimal digit, or -1. */
    static int digit(byte character) {
        return character >= '0' && character <= '9' ? character - '0' : -1;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexDigit(byte character) {
        int lower = character | TO_LOWER;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : digit(character);
    }

    /** Whether the text starts with another, whatever the case of its letters. */
    static boolean startsWith(ByteBuffer bytes, int from, int to, String lowerCase) {
        if (to - from < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(bytes.get(from + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the character is, or -1. */
    static int indexOf(ByteBuffer bytes, int from, int to, char character) {
        for (int at = from; at < to; at++) {
            if (bytes.get(at) == character) {
                return at;
            }
        }
        return -1;
    }

    /** The first index that is no blank. */
    static int skipBlanks(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes.get(at))) {
            at++;
        }
        return at;
    }

    /** The index after the last that is no blank. */
    static int trimBlanks(ByteBuffer bytes, int from, int to) {
        int at = to;
        while (at > from && isBlank(bytes.get(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether a list with commas has this token, whatever its case. */
    static boolean hasToken(ByteBuffer bytes, int from, int to, String lowerCase) {
        for (int start = from; start <= to; ) {
            int comma = indexOf(bytes, start, to, ',');
            int end = comma < 0 ? to : comma;
            if (isToken(bytes, start, end, lowerCase)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** Whether the last token of a list with commas is this one, whatever its case. */
    static boolean isLastToken(ByteBuffer bytes, int from, int to, String lowerCase) {
        int start = from;
        for (int comma = indexOf(bytes, start, to, ','); comma >= 0; comma = indexOf(bytes, start, to, ',')) {
            start = comma + 1;
        }
        return isToken(bytes, start, to, lowerCase);
    }

    private static boolean isToken(ByteBuffer bytes, int from, int to, String lowerCase) {
        int start = skipBlanks(bytes, from, to);
        int end = trimBlanks(bytes, start, to);
        return end - start == lowerCase.length() && startsWith(bytes, start, end, lowerCase);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }

    private static int lower(byte character) {
        return character >= 'A' && character <= 'Z' ? character | TO_LOWER : character;
    }
}
