// Each line adds the function in its name if it is missing. Only old browsers load this file (`old-browser.ts`).
import "core-js/modules/es.array.to-reversed.js";
import "core-js/modules/es.array.to-sorted.js";
import "core-js/modules/es.array.to-spliced.js";
import "core-js/modules/es.array.with.js";
import "core-js/modules/es.map.group-by.js";
import "core-js/modules/es.object.group-by.js";
import "core-js/modules/es.string.is-well-formed.js";
import "core-js/modules/web.url.can-parse.js";
import "core-js/modules/web.url-search-params.size.js";
