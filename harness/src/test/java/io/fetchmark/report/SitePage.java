package io.fetchmark.report;

/** A page as a site of Maven has it, with the rules of Fluido's style sheet that reach into its content. */
final class SitePage {

    private SitePage() {}

    static String around(String fragment) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sample – Fetchmark</title>
                <style>
                body { margin: 0; font: 14px/20px Arial, sans-serif; color: #333; background: #fff; }
                .row { display: flex; flex-wrap: wrap; margin: 0 20px; }
                .side { width: 220px; padding: 9px; }
                .main { flex: 1 1 0; min-width: min(100%, 340px); }
                p { margin: 0 0 10px; } h1, h2, h3 { margin: 10px 0; line-height: 40px; font-weight: bold; }
                table { max-width: 100%; background-color: transparent; border-spacing: 0; }
                ul { margin: 0 0 10px 25px; } dl { margin-bottom: 20px; } dt { font-weight: bold; } dd { margin-left: 10px; }
                summary { display: block; } figure { margin: 0; } svg:not(:root) { overflow: hidden; }
                caption { font-weight: bold; }
                a { color: #08c; text-decoration: none; }
                </style>
                </head>
                <body><div class="row"><div class="side">Sample</div><main class="main">
                <h1>Fetchmark</h1>
                FRAGMENT
                </main></div></body>
                </html>
                """.replace("FRAGMENT", fragment);
    }
}
