import com.sun.net.httpserver.HttpServer

def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
  exchange.sendResponseHeaders(200, 2)
  exchange.responseBody.withCloseable { it.write('ok'.bytes) }
}
server.start()
context.put('server', server)
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('PORT', server.address.port as String)
