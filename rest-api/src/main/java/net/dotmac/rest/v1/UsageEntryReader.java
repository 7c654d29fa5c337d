package net.dotmac.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Json;
import net.dotmac.usage.UsageEntry;
import net.dotmac.usage.UsageIntakeService;
import net.dotmac.usage.UsageRecord;

/** Reads delivered records one by one, so that one that can't be read spoils none of the others. */
final class UsageEntryReader {

    private UsageEntryReader() {}

    /** The attributes of a record. */
    record Form(
            String source,
            String sourceId,
            UUID productId,
            String unitOfMeasure,
            BigDecimal quantity,
            Instant usedAt) {}

    /** @throws DomainException {@code invalid-value} for what is no list at all, or too long a one */
    static List<UsageEntry> read(UsageUpload upload) {
        return upload.isByLine() ? lines(upload.content()) : array(Json.tree(upload.content()));
    }

    private static List<UsageEntry> array(JsonNode tree) {
        if (!tree.isArray()) {
            throw new DomainException(CommonProblem.INVALID_VALUE, "Expected a JSON array of usage records.");
        }
        requireCount(tree.size());
        List<UsageEntry> entries = new ArrayList<>(tree.size());
        for (JsonNode node : tree) {
            entries.add(entry(entries.size() + 1, node));
        }
        return entries;
    }

    private static List<UsageEntry> lines(byte[] content) {
        String[] lines =
                new String(content, StandardCharsets.UTF_8).split("\r?\n", UsageIntakeService.MOST_RECORDS + 2);
        List<UsageEntry> entries = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                entries.add(line(i + 1, lines[i]));
            }
        }
        requireCount(entries.size());
        return entries;
    }

    private static UsageEntry line(int position, String line) {
        try {
            return entry(position, Json.tree(line.getBytes(StandardCharsets.UTF_8)));
        } catch (DomainException e) {
            return new UsageEntry(position, null, e.getMessage());
        }
    }

    private static UsageEntry entry(int position, JsonNode node) {
        try {
            Form form = Json.read(node, Form.class);
            UsageRecord record = new UsageRecord(
                    form.source, form.sourceId, form.productId, form.unitOfMeasure, form.quantity, form.usedAt);
            return new UsageEntry(position, record, null);
        } catch (DomainException e) {
            return new UsageEntry(position, null, e.getMessage());
        }
    }

    private static void requireCount(int count) {
        if (count == 0 || count > UsageIntakeService.MOST_RECORDS) {
            throw new DomainException(
                    CommonProblem.INVALID_VALUE,
                    "Expected 1 to " + UsageIntakeService.MOST_RECORDS + " usage records at once.");
        }
    }
}
