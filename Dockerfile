# One image for the web server and the workers: `cvgraph serve`, `cvgraph worker`.
FROM python:3.11-slim-bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra catdoc \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/cvgraph
COPY requirements.lock ./
RUN pip install --no-cache-dir uv && uv pip install --system --no-cache --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY db db
COPY workers workers
RUN pip install --no-cache-dir --no-deps --no-build-isolation -e . \
 && useradd --create-home cvgraph && mkdir /data && chown cvgraph /data

USER cvgraph
ENV CVGRAPH_DATA=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"
CMD ["cvgraph", "serve", "--host", "0.0.0.0"]
