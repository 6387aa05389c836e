package io.fetchmark.report;

import io.fetchmark.measure.Units;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;

/** Numbers in sentences as those in tables; all else as it is. */
final class CountFormat extends Format {

    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(Object value, StringBuffer text, FieldPosition where) {
        return text.append(value instanceof Number number ? Units.count(number.longValue()) : value);
    }

    @Override
    public Object parseObject(String text, ParsePosition where) {
        throw new UnsupportedOperationException("sentences are only written");
    }
}
