package net.dotmac.console.imports;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.imports.ImportDetails;

/** How imports are told of. */
final class ImportWords {

    private ImportWords() {}

    static String kind(String kind) {
        return Words.of("imports.kind." + kind);
    }

    static Badge state(ImportDetails details) {
        return switch (details.state()) {
            case "faulty" ->
                new Badge(Words.of("imports.state.faulty", Formats.count(details.badRows())), Badge.Tone.WARN);
            case "ready" -> new Badge(Words.of("imports.state.ready"), Badge.Tone.INFO);
            case "applied" -> new Badge(Words.of("imports.state.applied"), Badge.Tone.GOOD);
            default -> new Badge(Words.of("imports.state.discarded"), Badge.Tone.NEUTRAL);
        };
    }
}
