import java.util.jar.Attributes.Name
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider

def ports = [new ServerSocket(0), new ServerSocket(0)]
context.get('userProperties').put('shop.port', ports[0].localPort as String)
context.get('userProperties').put('shop.otherPort', ports[1].localPort as String)
ports*.close()

def classes = new File(basedir, 'released-classes')
classes.mkdirs()
def source = new File(basedir, 'src/main/java/shop/Shop.java')
assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-d', classes.path, source.path) == 0

// Two releases and a snapshot, as `mvn deploy` leaves them, and the oldest deployed last.
def artifact = new File(basedir, 'repository/io/fetchmark/it/release-of-this-project')
['1.1.0', '1.2.0-SNAPSHOT', '1.0.0'].each { version ->
  def folder = new File(artifact, version)
  folder.mkdirs()
  def name = "release-of-this-project-$version"
  def manifest = new Manifest()
  manifest.mainAttributes.put(Name.MANIFEST_VERSION, '1.0')
  manifest.mainAttributes.put(Name.MAIN_CLASS, 'shop.Shop')
  manifest.mainAttributes.put(Name.IMPLEMENTATION_VERSION, version)
  new JarOutputStream(new File(folder, "${name}.jar").newOutputStream(), manifest).withCloseable { jar ->
    jar.putNextEntry(new JarEntry('shop/Shop.class'))
    jar << new File(classes, 'shop/Shop.class').bytes
  }
  new File(folder, "${name}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.fetchmark.it</groupId>
  <artifactId>release-of-this-project</artifactId>
  <version>$version</version>
</project>
"""
}
new File(artifact, 'maven-metadata.xml').text = '''<metadata>
  <groupId>io.fetchmark.it</groupId>
  <artifactId>release-of-this-project</artifactId>
  <versioning>
    <latest>1.2.0-SNAPSHOT</latest>
    <release>1.0.0</release>
    <versions>
      <version>1.1.0</version>
      <version>1.2.0-SNAPSHOT</version>
      <version>1.0.0</version>
    </versions>
  </versioning>
</metadata>
'''
return true
