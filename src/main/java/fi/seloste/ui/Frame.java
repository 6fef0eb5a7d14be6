package fi.seloste.ui;

import fi.seloste.base.DomainName;
import fi.seloste.base.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/** What every template gets beside its page: language, the viewer, the menu, and what was said on the page before. */
public final class Frame {

    private final Frames house;
    private final Frames.Exchange exchange;
    private final Wording wording;
    private final View view;

    Frame(Frames house, Frames.Exchange exchange, Wording wording, View view) {
        this.house = house;
        this.exchange = exchange;
        this.wording = wording;
        this.view = view;
    }

    public String t(String key, Object... arguments) {
        return wording.t(key, arguments);
    }

    public String t(Said said) {
        return wording.t(said);
    }

    /** Whether there is such a text, for keys made of codes. */
    public boolean has(String key) {
        return wording.has(key);
    }

    /** A text as a heading or a cell begins: with a capital letter. */
    public String heading(String text) {
        return wording.heading(text);
    }

    public Wording wording() {
        return wording;
    }

    /** An address as people write it: a domain with letters beyond ASCII in these letters. */
    public String mail(@Nullable String address) {
        return address == null ? "" : DomainName.shownIn(address);
    }

    public String date(@Nullable LocalDate date) {
        return wording.date(date);
    }

    public String date(@Nullable Instant instant) {
        return wording.date(instant);
    }

    public String day(@Nullable LocalDate date) {
        return wording.day(date);
    }

    public String shortDay(LocalDate date) {
        return wording.shortDay(date);
    }

    public String time(@Nullable Instant instant) {
        return wording.time(instant);
    }

    public String when(@Nullable Instant instant) {
        return wording.when(instant);
    }

    public String moment(@Nullable Instant instant) {
        return wording.moment(instant);
    }

    public String number(long number) {
        return wording.number(number);
    }

    public String number(BigDecimal number) {
        return wording.number(number);
    }

    public String percent(double share) {
        return wording.percent(share);
    }

    public String money(long minor) {
        return wording.money(minor);
    }

    public String money(long minor, String currency) {
        return wording.money(minor, currency);
    }

    public String size(long bytes) {
        return wording.size(bytes);
    }

    public Locale locale() {
        return wording.locale();
    }

    public String lang() {
        return wording.lang();
    }

    public LocalDate today() {
        return wording.today();
    }

    public List<String> languages() {
        return Texts.LANGUAGES;
    }

    /** The sentence for a field that was refused, or null. */
    public @Nullable String error(Errors errors, String field) {
        var said = errors.of(field);
        return said == null ? null : t(said);
    }

    /** The token that proves a form to be ours; null where no chain of security stands before the page. */
    public @Nullable CsrfToken csrf() {
        return request().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token : null;
    }

    public String path() {
        return exchange.path();
    }

    /** This page's address with one parameter set or, when empty, taken out; a page begins anew. */
    public String with(String name, @Nullable Object value) {
        var query = exchange.query();
        var url = UriComponentsBuilder.fromPath(path()).query(query == null ? "" : query);
        url.replaceQueryParam("after").replaceQueryParam("before").replaceQueryParam(name);
        if (value != null && !value.toString().isEmpty()) {
            url.queryParam(name, "{value}");
            return url.encode().buildAndExpand(value.toString()).toUriString();
        }
        return url.build().toUriString();
    }

    public String param(String name) {
        var value = request().getParameter(name);
        return value == null ? "" : value;
    }

    public Viewer viewer() {
        return house.viewings().viewer(request());
    }

    public boolean may(String permission) {
        return viewer().may(permission);
    }

    public List<Menu.Group> menu() {
        return house.menus().of(viewer(), path());
    }

    /** In which purpose this page reads, in words; empty when it shows nobody's data. */
    public String as() {
        return view.as().isEmpty() ? "" : t("ui.purpose." + view.as());
    }

    public @Nullable Note flash() {
        return house.flashes()
                .take(request(), exchange.response())
                .map(note -> new Note(note.kind(), t(note.said()), note.undoUrl()))
                .orElse(null);
    }

    /** A key no other form has, so that what is sent twice is done once. */
    public String key() {
        return Ids.next().toString();
    }

    /** The address of a static file, which changes with its content. */
    public String asset(String name) {
        return house.assets().url(name);
    }

    /** light, dark, or empty for what the system says. */
    public String theme() {
        return exchange.cookie("theme");
    }

    /** Whether keys on their own do things on pages. */
    public boolean keys() {
        return !exchange.cookie("keys").equals("off");
    }

    /** Only the content is asked for, to be put in a dialog over the page that is already there. */
    public boolean bare() {
        return "dialog".equals(request().getHeader("Seloste-Frame"));
    }

    /** Only the form of one field is asked for, to be put where its value stands. */
    public boolean inline() {
        return "inline".equals(request().getHeader("Seloste-Frame"));
    }

    /** The id of a field; another one in a dialog, where the page below may have a field of the same name. */
    public String id(String field) {
        return (bare() ? "d-" : inline() ? "i-" : "f-") + field.replace('.', '-');
    }

    /** What a form that anybody may send carries through this door against programs that flood it. */
    public Guarding.Carried stamp(String door) {
        return house.stamp(door, request());
    }

    /** Who answers for the register, as public pages name it. */
    public String controller() {
        return house.controller(locale());
    }

    private HttpServletRequest request() {
        return exchange.request();
    }

    /** What was said, in the viewer's language. */
    public record Note(String kind, String text, @Nullable String undoUrl) {}
}
