package fi.seloste.imports;

import java.util.List;

/** What an undo would do: people removed, people kept and who they are, organisations that may go, known people restored.
 * It counts what other modules end with it as ended. */
public record Outlook(int people, int kept, int organisations, int touched, List<Kept> named) {}
