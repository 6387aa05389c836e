def folder = new File(basedir, 'target/fetchmark/perf')
folder.mkdirs()
new File(folder, 'result.json').text = '{ "schemaVersion": 1, "environment": {'
