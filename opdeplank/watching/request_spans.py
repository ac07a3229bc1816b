"""A span of each request for an OpenTelemetry collector, when the extra `sporen` is installed and an address is given.

A span carries what a line of the log carries, and goes on the trace that the caller began (the header traceparent). A
stream of changes has none: it would last for hours.
"""

from importlib import import_module
from typing import Any, Self

from opdeplank.watching.seen import Scope, SeenRequest

NANO = 1_000_000_000
LACKING = "Voor OPDEPLANK_SPOREN ontbreken pakketten. Installeer ze met: pip install 'opdeplank[sporen]'."


class RequestSpans:
    """`provider` is a TracerProvider of the SDK."""

    def __init__(self, provider: Any) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("opdeplank")
        self._trace = import_module("opentelemetry.trace")
        self._caller = import_module("opentelemetry.trace.propagation.tracecontext").TraceContextTextMapPropagator()

    @classmethod
    def to(cls, address: str) -> Self:
        """Sent to this address, some at a time and beside the answers. Raises ImportError."""
        sdk = import_module("opentelemetry.sdk.trace")
        sending = import_module("opentelemetry.sdk.trace.export").BatchSpanProcessor
        exporter = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter").OTLPSpanExporter
        resource = import_module("opentelemetry.sdk.resources").Resource.create({"service.name": "opdeplank"})
        provider = sdk.TracerProvider(resource=resource)
        provider.add_span_processor(sending(exporter(endpoint=address)))
        return cls(provider)

    def saw(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        if seen.streamed:
            return
        given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        span = self._tracer.start_span(
            f"{seen.method} {seen.operation or seen.route}".strip(),
            context=self._caller.extract(given),
            kind=self._trace.SpanKind.SERVER,
            start_time=int(began * NANO),
            attributes={
                "http.request.method": seen.method, "http.route": seen.route, "http.response.status_code": seen.status,
                "opdeplank.operatie": seen.operation, "opdeplank.kosten": seen.cost,
                "opdeplank.database_ms": round(seen.database * 1000, 2), "opdeplank.opdrachten": seen.statements,
            },
        )  # fmt: skip
        if seen.status >= 500:
            span.set_status(self._trace.StatusCode.ERROR)
        span.end(end_time=int((began + seen.seconds) * NANO))

    def end(self) -> None:
        """Send what waits."""
        self._provider.shutdown()
