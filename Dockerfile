# The program in a container, for docker-compose.yml: the base is a Neo4j server there, the local engine stays unused.
FROM python:3.12-slim

RUN useradd --create-home kb && install -d -o kb /data
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir -c constraints.txt . && rm -rf /src/*

USER kb
WORKDIR /data
ENV KB_HOME=/data PYTHONUNBUFFERED=1
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["kb", "serve", "--host", "0.0.0.0", "--port", "8501", "--no-browser"]
