package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Caller;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The house's rules and second persons' words, for programs: they read and ask; only a person who signed in approves. */
@RestController
@RequestMapping("/api/v1")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class ApprovalsApi {

    private final Approving approving;
    private final Ruling ruling;

    ApprovalsApi(Approving approving, Ruling ruling) {
        this.approving = approving;
        this.ruling = ruling;
    }

    @GetMapping("/campaign-rules")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    ApprovalJson.RuleJson rules() {
        return ApprovalJson.RuleJson.of(ruling.now());
    }

    @PutMapping("/campaign-rules")
    @Needs(purpose = Purpose.MARKETING, action = Action.MANAGE, whole = true)
    ApprovalJson.RuleJson set(@RequestBody ApprovalJson.RuleJson rule, Actor actor) {
        ruling.set(rule.rule(), actor);
        return rules();
    }

    @GetMapping("/campaigns/{id}/approval")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    ApprovalJson approval(@PathVariable UUID id) {
        return approving.newest(id).map(ApprovalJson::of).orElseThrow(() -> Problem.notFound("approval"));
    }

    @PostMapping("/campaigns/{id}/approval")
    ResponseEntity<ApprovalJson> ask(@PathVariable UUID id, @RequestBody ApprovalJson.Wanted wanted, Caller caller) {
        approving.ask(id, wanted.wish(), caller.actor(), caller.self());
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id + "/approval"))
                .body(approval(id));
    }

    @DeleteMapping("/campaigns/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, Actor actor) {
        approving.withdraw(id, actor);
    }
}
