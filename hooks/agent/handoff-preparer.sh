#!/bin/sh
# Starts the handoff-preparer hook; all it needs is Node.js.
command -v node >/dev/null 2>&1 || {
  echo '{"systemMessage":"handoff-preparer: Node.js is not on the PATH, so the report was not handed over."}'
  exit 0
}
exec node "${0%/*}/agent-hooks.cjs" handoff-preparer
