# Which image this stands on, precisely, is the operator's to say: docs/handleiding/beheer.md, "Precies dit beeld".
ARG PYTHON_BEELD=python:3.13-slim-trixie

# What is needed to install goes no further than here.
FROM ${PYTHON_BEELD} AS bouw
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /bouw
RUN python -m venv /opt/opdeplank
# The first choice of the embedded engine is a pre-release of which its index keeps the newest alone: see the Makefile.
COPY requirements.lock requirements-tweede.lock ./
RUN /opt/opdeplank/bin/python -m pip install --quiet --require-hashes -r requirements.lock || { \
      echo "Dat lukt niet met de eerste keus. Ik neem de tweede keus voor de ingebouwde database (arcadedb-embedded)." >&2; \
      /opt/opdeplank/bin/python -m pip install --quiet --require-hashes -r requirements-tweede.lock; }
COPY pyproject.toml setup.py README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY schema schema
COPY opdeplank opdeplank
COPY web web
COPY seeds seeds
RUN /opt/opdeplank/bin/python -m pip install --quiet --no-deps --no-build-isolation . \
 && /opt/opdeplank/bin/python -m pip uninstall --quiet --yes setuptools pip

FROM ${PYTHON_BEELD}
# tini is the first process: it hands on signals and buries the readers of documents that lost their parent.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends tini && rm -rf /var/lib/apt/lists/* \
 && rm -rf /usr/local/lib/python3.*/ensurepip /usr/local/lib/python3.*/site-packages/pip* /usr/local/bin/pip* \
 && useradd --system --uid 10001 --no-create-home opdeplank \
 && install -d -o opdeplank -g opdeplank /data /spoor
COPY --from=bouw /opt/opdeplank /opt/opdeplank

USER 10001
WORKDIR /opt/opdeplank
ENV PATH=/opt/opdeplank/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 OPDEPLANK_HOST=0.0.0.0 OPDEPLANK_DATA=/data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# Whether the process lives. One that waits for its database serves what it still knows: it should not be started again.
HEALTHCHECK --interval=10s --timeout=3s --start-period=300s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ.get('OPDEPLANK_POORT', '8000') + '/gezond', timeout=2)"]
ENTRYPOINT ["tini", "--", "opdeplank"]
CMD ["start"]
