def rows = (1..400).collect { "<tr><td>${it}<td>Article ${it * 7919 % 10007}<td>${it * 31 % 97}.50" }
new File(basedir, 'www/catalogue.html').text = "<!doctype html>\n<table>\n${rows.join('\n')}\n</table>\n"
return true
