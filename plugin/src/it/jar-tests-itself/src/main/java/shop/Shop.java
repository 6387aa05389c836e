package shop;

import io.javalin.Javalin;

/** A service in a few lines. Argument: its port. */
public final class Shop {

    private Shop() {}

    public static void main(String[] arguments) {
        Javalin.create(config -> config.showJavalinBanner = false)
                .get("/health", context -> context.status(System.getenv("SHOP_SECRET") == null ? 500 : 204))
                .get("/greeting", context -> context.result("good day"))
                .start(Integer.parseInt(arguments[0]));
    }
}
