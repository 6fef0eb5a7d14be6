package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The published notice in one language, in layers: what matters most in a few lines, the right to object apart, then the whole. */
public record PublicPage(Locale language, Top top, Who who, What what, Rest rest) implements View {

    /** A statement is either kept by the system, which says how, or vouched for by somebody on a day. */
    public record Mark(boolean enforced, String words) {}

    public record Top(String title, String scope, List<String> summary, Block objection, Version version) {}

    /** {@code updated} and {@code prepared} are in words; {@code hash} names the declaration that this page was made from. */
    public record Version(Place place, String prepared, String updated, String hash) {}

    /** Which version it is, and what a reader must know first where it is not the one in force; both may be empty. */
    public record Place(String version, String warning) {}

    public record Block(String title, String text, @Nullable Mark mark) {}

    public record Party(
            String name,
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website) {}

    public record Who(
            Party controller,
            String business,
            List<Party> offices,
            @Nullable Party authority,
            Mark mark) {}

    public record What(
            List<PurposeRow> purposes,
            List<CategoryRow> categories,
            List<SourceRow> sources,
            List<RecipientRow> recipients) {}

    public record PurposeRow(String id, String name, String text, Basis basis, Mark mark) {}

    /** {@code because} is the interest that was weighed, or the law that obliges. */
    public record Basis(String name, String article, String because) {}

    public record CategoryRow(String id, Named named, Links links, Kept kept, Mark mark) {}

    /** How long, in a few words for the list, and each rule in full. */
    public record Kept(String brief, List<String> rules) {}

    public record Named(String name, String data, String required) {}

    public record Links(String groups, String purposes, String sources) {}

    public record SourceRow(String name, String kind, String text) {}

    public record RecipientRow(String name, String role, String does, Where where, Mark mark) {}

    public record Where(
            String categories,
            String country,
            String transfer,
            @Nullable String website) {}

    public record Rest(
            List<RightRow> rights, List<Block> blocks, String cookies, List<CookieRow> cookieList, Block automated) {}

    public record RightRow(String name, String article, String text) {}

    public record CookieRow(String name, String text, String provider, String lifetime, boolean needsConsent) {}

    /** A heading or label of the page, in the page's own language, whatever the reader's browser asks for. */
    public String label(String key, Object... arguments) {
        return Sentence.of("notice.page." + key, arguments).in(language);
    }

    public String lang() {
        return language.getLanguage();
    }
}
