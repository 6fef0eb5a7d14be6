package fi.seloste.instructions;

import fi.seloste.base.Paged;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the reading of each instruction has come, for programs; they are few, so the list is whole. */
@RestController
@RequestMapping("/api/v1/instructions")
@Needs(purpose = Purpose.RIGHTS)
class InstructionsApi {

    private final Instructions instructions;

    InstructionsApi(Instructions instructions) {
        this.instructions = instructions;
    }

    /** Of those who must read it, {@code asked}, so many have acknowledged it and so many are late. No purposes is everybody. */
    @Schema(name = "InstructionProgress")
    record One(
            UUID id,
            String title,
            int edition,
            Instant publishedAt,
            List<String> purposes,
            int asked,
            int acknowledged,
            int late) {

        static One of(Progress progress) {
            var one = progress.instruction();
            return new One(
                    one.id(),
                    one.title(),
                    one.newest().number(),
                    one.newest().publishedAt(),
                    one.purposes().stream().map(Purpose::code).toList(),
                    progress.asked(),
                    progress.acknowledged(),
                    progress.late());
        }
    }

    /** Those in force. */
    @GetMapping
    Paged<One> list() {
        return Paged.whole(instructions.list().stream()
                .filter(Instruction::isInForce)
                .map(one -> One.of(instructions.progress(one.id())))
                .toList());
    }
}
