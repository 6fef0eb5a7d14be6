package fi.seloste.notice;

import org.jspecify.annotations.Nullable;

/** How requests are taken and people are told, as far as a notice says it: statements that the law or a decision has something to say to. */
public record Practices(
        @Nullable RequestForm requestForm,
        @Nullable String requestAddress,
        @Nullable Fee fee,
        @Nullable Collection collection,
        @Nullable Openness openness) {

    public enum RequestForm implements Coded {
        ANY,
        WRITTEN,
        WRITTEN_AND_SIGNED;

        @Override
        public String kind() {
            return "form";
        }
    }

    public enum Fee implements Coded {
        NONE,
        FREE_ONCE_A_YEAR;

        @Override
        public String kind() {
            return "fee";
        }
    }

    /** Whether somebody erased may be collected again, and whether those found elsewhere are told in time (Art. 14(3)). */
    public record Collection(boolean recollectionPrevented, boolean informsWithinAMonth) {}

    /** Whether the list of recipients is whole, and whether the right to object stands apart from everything else (Art. 21(4)). */
    public record Openness(boolean recipientListComplete, boolean objectionApart) {}
}
