# Two stages: what builds, and what runs. The embedded PostgreSQL stays behind: here the database is a service of its own.
FROM node:24-bookworm-slim AS build
WORKDIR /claimgraph
COPY package.json package-lock.json tsconfig.json ./
COPY packages/server/package.json packages/server/
COPY packages/sdk/package.json packages/sdk/
COPY packages/explorer/package.json packages/explorer/
RUN npm ci --ignore-scripts
COPY packages packages
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /claimgraph
COPY --from=build /claimgraph/node_modules node_modules
COPY --from=build /claimgraph/package.json package.json
COPY --from=build /claimgraph/packages packages
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/server/dist/main.js"]
