package fi.seloste.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The two lists: where they are, what their saved views are kept under, and the words that their addresses know. */
public enum Kind {
    PEOPLE(
            "person",
            List.of(
                    "search",
                    "organisation",
                    "role",
                    "owner",
                    "tag",
                    "source",
                    "language",
                    "email",
                    "phone",
                    "banned",
                    "restricted",
                    "uninformed",
                    "actSince",
                    "actBefore")),
    ORGANISATIONS("organisation", List.of("search", "owner", "tag", "businessId", "domain"));

    /** What an address says besides its filters: order, columns, length, purpose, place. */
    static final List<String> LOOKS = List.of("sort", "columns", "limit", "as");

    static final List<String> PLACE = List.of("after", "before");

    private final String entity;
    private final List<String> filters;

    Kind(String entity, List<String> filters) {
        this.entity = entity;
        this.filters = filters;
    }

    static Kind of(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/organisations") ? ORGANISATIONS : PEOPLE;
    }

    /** As texts and addresses call it. */
    public String code() {
        return this == PEOPLE ? "people" : "organisations";
    }

    public String path() {
        return "/" + code();
    }

    String entity() {
        return entity;
    }

    public List<String> filters() {
        return filters;
    }
}
