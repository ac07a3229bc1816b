"""A span of each request, on the trace of who asked."""

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from opdeplank.watching.request_spans import RequestSpans
from opdeplank.watching.seen import SeenRequest

TRACE = "0af7651916cd43dd8448eb211c80319c"


def test_a_request_is_a_span_on_the_trace_of_its_caller_and_a_stream_is_none() -> None:
    memory, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(memory))
    spans = RequestSpans(provider)
    scope = {"headers": [(b"traceparent", f"00-{TRACE}-b7ad6b7169203331-01".encode())]}
    spans.saw(
        SeenRequest("POST", "/graphql", 503, 0.25, operation="adhoc", cost=7, database=0.1, statements=1), scope, 100.0
    )
    spans.saw(SeenRequest("GET", "/graphql/stream", 200, 4_000.0, streamed=True), scope, 100.0)
    spans.end()
    [span] = memory.get_finished_spans()
    assert f"{span.context.trace_id:032x}" == TRACE
    assert span.name == "POST adhoc"
    assert (span.start_time, span.end_time) == (100_000_000_000, 100_250_000_000)
    assert span.attributes is not None
    assert span.attributes["opdeplank.kosten"] == 7
    assert not span.status.is_ok
