import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
const require=createRequire("/work/wt/form9/apps/web/x.js");
const {build}=await import(require.resolve("vite"));
process.env.NODE_ENV="production";
const web="/work/wt/form9/apps/web/";
const info=new Map();const b=await build({root:web,logLevel:"silent",build:{write:false},plugins:[{name:"l",generateBundle(){for(const id of this.getModuleIds())info.set(id,this.getModuleInfo(id));}}]});
const all=b.output.filter(f=>f.type==="chunk");
const first=new Set();const add=c=>{if(first.has(c))return;first.add(c);for(const n of all.filter(x=>c.imports.includes(x.fileName)))add(n)};
const starts=["app/signed-in.tsx","features/report/form/form-page.tsx"];
for(const c of all) if(c.isEntry||starts.some(s=>c.facadeModuleId?.endsWith("/"+s)))add(c);
let sum=0;const mods=[];
for(const c of first){const n=brotliCompressSync(c.code).length;sum+=n;console.log(c.fileName,c.code.length,n);
 for(const [id,m] of Object.entries(c.modules)) if(m.renderedLength>0) mods.push([m.renderedLength,c.name,id.replace(/^.*\/work\/wt\/form9\//,"")]);}
console.log("TOTAL",sum);

const ids=new Set([...first].flatMap(c=>Object.entries(c.modules).filter(([,m])=>m.renderedLength>0).map(([id])=>id)));
const short=id=>id.replace(/^.*\/work\/wt\/form9\//,"").replace("apps/web/src/","").replace("packages/","@");
for(const w of process.argv.slice(2)) for(const id of ids) if(id.includes(w)) console.log(short(id),"<-",(info.get(id)?.importers??[]).filter(i=>ids.has(i)).map(short).join("  "));
