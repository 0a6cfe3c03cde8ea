import { findCodeList, findIndicator } from "./catalogue.ts";
import type { Locator, Page } from "playwright";
