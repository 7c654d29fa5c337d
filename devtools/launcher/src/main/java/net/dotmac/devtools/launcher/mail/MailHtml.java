package net.dotmac.devtools.launcher.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages. Everything that comes from a mail passes {@link #escape}. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --line: #d7dbe0; --quiet: #5b6470; --paper: #fff; --ground: #f4f6f8;
              --ink: #16202b; --link: #0b5cad }
            @media (prefers-color-scheme: dark) { :root { --line: #343c46; --quiet: #9aa5b1; --paper: #1b2129;
              --ground: #12161b; --ink: #e6eaef; --link: #7ab7f5 } }
            * { box-sizing: border-box }
            body { margin: 0; background: var(--ground); color: var(--ink);
              font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif }
            main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
            h1 { font-size: 1.35rem; margin: 0 0 .25rem } p.quiet, .quiet { color: var(--quiet) }
            p.quiet { margin: 0 0 1rem } a { color: var(--link) }
            .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
            table { border-collapse: collapse; width: 100% }
            th { text-align: left; font-weight: 600; color: var(--quiet); font-size: .85rem }
            th, td { padding: .55rem .9rem; border-bottom: 1px solid var(--line); vertical-align: top;
              overflow-wrap: anywhere }
            tr:last-child td { border-bottom: 0 } td.time { white-space: nowrap; color: var(--quiet) }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; padding: 1rem }
            dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
            pre { margin: 0; padding: 1rem; border-top: 1px solid var(--line); white-space: pre-wrap;
              overflow-wrap: anywhere; font: inherit }
            .files { padding: 1rem; border-top: 1px solid var(--line) }
            """;

    private MailHtml() {}

    static String list(List<CaughtMail> mails) {
        StringBuilder rows = new StringBuilder();
        for (CaughtMail mail : mails) {
            rows.append("<tr><td class=\"time\">")
                    .append(time(mail.caughtAt()))
                    .append("</td><td>")
                    .append(escape(mail.to()))
                    .append("</td><td><a href=\"/mail/")
                    .append(mail.number())
                    .append("\">")
                    .append(escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()))
                    .append("</a></td></tr>\n");
        }
        String table = mails.isEmpty()
                ? "<p style=\"padding: 2rem; margin: 0\">No mail yet. What the demo sends appears here.</p>"
                : "<table><thead><tr><th>Caught</th><th>To</th><th>Subject</th></tr></thead><tbody>" + rows
                        + "</tbody></table>";
        return page(
                "Caught mail",
                "<h1>Caught mail</h1><p class=\"quiet\">Mail of the demo, newest first. None of it has left this "
                        + "machine. Reload the page for what has come since.</p><div class=\"sheet\">" + table
                        + "</div>");
    }

    static String mail(CaughtMail mail) {
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < mail.files().size(); i++) {
            CaughtMail.File file = mail.files().get(i);
            files.append("<div><a href=\"/mail/")
                    .append(mail.number())
                    .append("/files/")
                    .append(i)
                    .append("\" target=\"_blank\">")
                    .append(escape(file.name()))
                    .append("</a> <span class=\"quiet\">")
                    .append((file.content().length + 1023) / 1024)
                    .append(" KB</span></div>\n");
        }
        return page(
                mail.subject(),
                "<p class=\"quiet\"><a href=\"/\">All mail</a></p><h1>" + escape(mail.subject())
                        + "</h1><div class=\"sheet\"><dl><dt>From</dt><dd>" + escape(mail.from())
                        + "</dd><dt>To</dt><dd>" + escape(mail.to())
                        + "</dd><dt>Caught</dt><dd>" + time(mail.caughtAt())
                        + "</dd><dt>Message id</dt><dd>" + escape(mail.messageId())
                        + "</dd></dl><pre>" + escape(mail.text()) + "</pre>"
                        + (files.isEmpty() ? "" : "<div class=\"files\">" + files + "</div>") + "</div>");
    }

    static String nothing() {
        return page("Not here", "<h1>There is nothing here</h1><p><a href=\"/\">All mail</a></p>");
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\"><title>" + escape(title) + "</title><style>" + STYLE
                + "</style></head><body><main>" + body + "</main></body></html>";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    /** For text and for attribute values in double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
