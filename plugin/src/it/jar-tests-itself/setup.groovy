new ServerSocket(0).withCloseable { context.get('userProperties').put('shop.port', it.localPort as String) }
return true
