import com.sun.net.httpserver.HttpServer
import java.util.concurrent.atomic.AtomicLong

def requests = new AtomicLong()
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
  // The run itself asks for / to see whether the target answers.
  if (exchange.requestURI.path == '/page') {
    requests.incrementAndGet()
  }
  exchange.sendResponseHeaders(200, 2)
  exchange.responseBody.withCloseable { it.write('ok'.bytes) }
}
server.start()
context.put('server', server)
context.put('requests', requests)
context.get('userProperties').put('target.port', server.address.port as String)
return true
