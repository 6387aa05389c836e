[small: 1, large: 64].each { name, kilobytes ->
  def folder = new File(basedir, name)
  folder.mkdirs()
  new File(folder, 'index.html').text = 'x' * (kilobytes * 1024)
}
return true
