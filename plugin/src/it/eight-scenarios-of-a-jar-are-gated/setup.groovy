import java.util.jar.Attributes.Name
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider

def source = new File(basedir, 'shop/Shop.java')
assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-d', basedir.path, source.path) == 0
def manifest = new Manifest()
manifest.mainAttributes.put(Name.MANIFEST_VERSION, '1.0')
manifest.mainAttributes.put(Name.MAIN_CLASS, 'shop.Shop')
new JarOutputStream(new File(basedir, 'shop.jar').newOutputStream(), manifest).withCloseable { jar ->
  jar.putNextEntry(new JarEntry('shop/Shop.class'))
  jar << new File(basedir, 'shop/Shop.class').bytes
}
return true
