package io.fetchmark.plan;

/** Says which element of a plan has a value that is not allowed, what is allowed, and what it was. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String element;
    private final String reason;

    /**
     * @param element the name of the element as in the POM, for example {@code concurrency}
     * @param reason for example {@code must be positive, was 0}; what may be a secret is taken out of it
     */
    public InvalidValue(String element, String reason) {
        super(element + ": " + RefusalText.of(reason));
        this.element = element;
        this.reason = RefusalText.of(reason);
    }

    public String element() {
        return element;
    }

    public String reason() {
        return reason;
    }
}
