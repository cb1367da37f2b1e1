# The server with the built client. What is compiled or downloaded stays in the stages before the last one.
FROM node:26-bookworm-slim AS packages
WORKDIR /multaqa
# mediasoup's install script would look for its worker; the stage below does that with a fallback.
ENV MEDIASOUP_WORKER_BIN=later
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY e2e/package.json e2e/

FROM packages AS product-packages
RUN npm ci --omit=dev --workspace server

FROM packages AS all-packages
RUN npm ci

FROM all-packages AS worker
COPY scripts/ scripts/
RUN MEDIASOUP_WORKER_BIN= node scripts/media-worker.mjs /multaqa/mediasoup-worker

FROM all-packages AS client
COPY tsconfig.base.json ./
COPY shared/ shared/
COPY client/ client/
RUN npm run build --workspace client

FROM node:26-bookworm-slim
# A worker compiled in the stage above shares these libraries; a downloaded one needs none of them.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libabsl20220623 libssl3 libuv1 \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node -m 700 /data
WORKDIR /multaqa
COPY --from=product-packages /multaqa/ ./
COPY shared/ shared/
COPY server/ server/
COPY --from=client /multaqa/client/dist/ client/dist/
COPY --from=worker /multaqa/mediasoup-worker ./
ENV NODE_ENV=production \
  PORT=3000 \
  HOST=0.0.0.0 \
  DATA_DIR=/data \
  MEDIASOUP_WORKER_BIN=/multaqa/mediasoup-worker
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
