package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forms and what came by them, for programs. */
@RestController
@RequestMapping("/api/v1/forms")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
        whole = true,
        chosen = true)
class FormsApi {

    private final Forms forms;
    private final Inbound inbound;
    private final Purposes purposes;

    FormsApi(Forms forms, Inbound inbound, Purposes purposes) {
        this.forms = forms;
        this.inbound = inbound;
        this.purposes = purposes;
    }

    @GetMapping
    Paged<FormJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return forms.list(Paging.of(limit, after)).map(FormJson::of);
    }

    @GetMapping("/{id}")
    FormJson one(@PathVariable UUID id) {
        return FormJson.of(forms.get(id));
    }

    @GetMapping("/{id}/submissions")
    Paged<SubmissionJson> submissions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Purpose purpose,
            Actor actor) {
        var form = forms.get(id).id();
        return purposes.as(purpose, () -> {
            var read = inbound.list(form, Paging.of(limit, after), Evidence.How.API, actor);
            return new Paged<>(
                    inbound.whole(read.items()).stream().map(SubmissionJson::of).toList(), read.next());
        });
    }

    @GetMapping("/submissions/{id}")
    SubmissionJson submission(@PathVariable UUID id, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> SubmissionJson.of(inbound.get(id, Evidence.How.API, actor)));
    }
}
