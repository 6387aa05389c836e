import java.util.jar.Attributes.Name
import java.util.jar.JarOutputStream
import java.util.jar.Manifest

new ServerSocket(0).withCloseable { context.get('userProperties').put('shop.port', it.localPort as String) }

def make(String name, String mainClass) {
  def manifest = new Manifest()
  manifest.mainAttributes.put(Name.MANIFEST_VERSION, '1.0')
  if (mainClass) {
    manifest.mainAttributes.put(Name.MAIN_CLASS, mainClass)
  }
  new JarOutputStream(new File(basedir, name).newOutputStream(), manifest).close()
}

make('no-main-class.jar', null)
make('ends-at-once.jar', 'shop.Gone')
return true
