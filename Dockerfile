FROM python:3.13-slim

# No package manager, compiler or root at run time: the image only holds the tree and its locked packages.
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opdeplank

COPY requirements.lock ./
RUN pip install --quiet --require-hashes -r requirements.lock

COPY graph graph
COPY loaders loaders
COPY schema schema
COPY opdeplank opdeplank
COPY web web
COPY seeds seeds
RUN python -m compileall -q graph loaders schema opdeplank \
 && useradd --system --uid 10001 --no-create-home opdeplank \
 && install -d -o opdeplank -g opdeplank /data /spoor

USER 10001
ENV OPDEPLANK_HOST=0.0.0.0 OPDEPLANK_DATA=/data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/gereed', timeout=2)"]
ENTRYPOINT ["python", "-m", "opdeplank"]
CMD ["start"]
