import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed(
    'MojoExecutionException',
    '24 values are wrong',
    '<target><nginx><content>: must be a directory, was gone',
    '<target><nginx><delay>: must be a duration such as 250us, 5ms, 10s or 2m, was soon',
    '<baseline>: must have exactly one of <nginx>, <container>, <jar>, <compose>, <url> and <recorded>, was <nginx> and <recorded>',
    '<workers>: must be from 1 to 64, was 65',
    '<onInconclusive>: must be warn or fail, was ignore',
    '<scenarios><scenario>[home-page]<clients>: must be one of [sequential, threads, virtual-threads, async, event-loop], was fast',
    '<scenarios><scenario>[home-page]<request><path>: must start with /, was home',
    '<scenarios><scenario>[home-page]<request><http>: must be one of [1.1, 2], was 3',
    '<scenarios><scenario>[home-page]<request><expect><status>: must be from 100 to 599, was 20',
    '<scenarios><scenario>[home-page]<load><arrivalRate>: must be positive, was 0',
    '<scenarios><scenario>[home-page]<warmUp>: must be a duration such as 250us, 5ms, 10s or 2m, was 3',
    '<scenarios><scenario>[home-page]<duration>: must be from 10ms to 24h, was 1ms',
    '<scenarios><scenario>[home-page]<limits><p99>: must be positive, was 0ms',
    '<scenarios><scenario>[home-page]<limits><errorRate>: must be from 0% to 100%, was 101%',
    '<scenarios><scenario>[#2]<name>: must be given, was absent',
    '<scenarios><scenario>[#2]<load>: must have exactly one of <concurrency>, <arrivalRate> and <fetches>, was <concurrency> and <fetches>',
    '<scenarios><scenario>[#2]<load><concurrency>: must be a number, was abc',
    '<scenarios><scenario>[#2]<regression><metrics>: must be some of [p50, p90, p95, p99, throughput, cpuPerRequest, errorRate], was mean',
    '<scenarios><scenario>[#2]<regression><tolerance>: must name a metric that is judged, of p50, errorRate, was p99=5%',
    '<scenarios><scenario>[#2]<regression><detect>: must be a percentage such as 0.5%, was much',
    '<scenarios><scenario>[#2]<regression><starts>: must be from 1 to 8, was 9',
    '<scenarios><scenario>[#2]<regression><budget>: must be from 5s to 1h, was 1s',
    '-Dfetchmark.seed: must be a number, was dice')
build.didNotSay('target: nginx')
assert !build.has('target/fetchmark/perf/result.json')
build.leftNothing()
