# One image for the API (with web app and scheduler), the migrator, a separate scheduler, and backup and restore.
FROM node:24-slim AS workspace

WORKDIR /srv/avances
RUN npm install --global pnpm@12.21.0

# The manifests of the packages first, so that a change of code does not install everything again.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/local/package.json apps/local/
COPY apps/scheduler/package.json apps/scheduler/
COPY apps/web/package.json apps/web/
COPY packages/backup/package.json packages/backup/
COPY packages/charts/package.json packages/charts/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/demonstration/package.json packages/demonstration/
COPY packages/domain/package.json packages/domain/
COPY packages/files/package.json packages/files/
COPY packages/local-postgres/package.json packages/local-postgres/
COPY packages/notices/package.json packages/notices/
COPY packages/settings/package.json packages/settings/
COPY packages/testing/package.json packages/testing/
COPY tests/package.json tests/

# The web app and the server's program are put together with all development packages; only the results are kept.
FROM workspace AS built
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm build && node apps/local/bin/put-together.mjs

# The final stage leaves out packages that only builds or tests need (CONTRIBUTING.md says how to measure it).
FROM workspace
RUN pnpm install --prod --frozen-lockfile --filter-prod "@avances/local..." --filter-prod "@avances/scheduler..." \
  && rm -rf /root/.cache /root/.local/share/pnpm
COPY . .
COPY --from=built /srv/avances/apps/web/dist apps/web/dist
COPY --from=built /srv/avances/apps/api/dist apps/api/dist

# Files that people add. A volume, so that they outlive the container.
RUN mkdir -p /var/lib/avances/files && chown node:node /var/lib/avances/files
VOLUME /var/lib/avances/files
ENV FILES_DIR=/var/lib/avances/files

USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# The same as in apps/local/bin/memory.mjs, which says why.
ENV NODE_OPTIONS="--max-semi-space-size=8 --max-old-space-size=1024" MALLOC_MMAP_THRESHOLD_=4194304
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/program/main.js"]
