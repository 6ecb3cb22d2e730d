#!/bin/sh
# Starts the output-validator hook; all it needs is Node.js.
command -v node >/dev/null 2>&1 || {
  echo '{"systemMessage":"output-validator: Node.js is not on the PATH, so the report was not checked."}'
  exit 0
}
exec node "${0%/*}/agent-hooks.cjs" output-validator
