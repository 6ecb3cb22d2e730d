/**
 * How every page begins that `report --html` writes. By it a page of ours is told from a file of somebody else's, so it
 * stays the same in every version.
 */
export const PAGE_START =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="backend-system-architect report';
