# The bot and nothing else: about 200 MB, no compiler, no tests, no root.
#
#   docker build -t nextseat .
#   docker run --env-file .env -v nextseat:/data -p 127.0.0.1:8080:8080 nextseat
#
# Set DATABASE_URL to a PostgreSQL for more than one replica. Other commands: docker run … nextseat doctor

FROM python:3.13-slim AS build
RUN python -m venv /venv
COPY requirements.lock .
# The lock holds two parts, divided by one line: what the bot runs on, and below it what only tests need. Cutting it there
# keeps one lock, with the hashes, for everybody; pip refuses the lot if a package of the first part were below the line.
RUN sed '/^# ---- development/,$d' requirements.lock > runtime.lock \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r runtime.lock \
    && /venv/bin/pip uninstall --yes --quiet pip

FROM python:3.13-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin nextseat \
    && install --directory --owner nextseat --group nextseat /data
COPY --from=build /venv /venv
WORKDIR /app
COPY . .
RUN /venv/bin/python -m compileall -q bot engine handlers storage
# Inside a container all addresses are its own; which of them the world sees is decided with -p.
ENV PATH=/venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/nextseat.db \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080 \
    LOG_FORMAT=json
USER nextseat
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['HTTP_PORT']), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
# Python is process 1 and gets SIGTERM itself, so a stop lets the bot finish what it has begun.
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
