import Fastify from "fastify"; import net from "node:net"; import http from "node:http";
for (const mode of ["unused","idle","running","partial"]) {
  const app = Fastify({ forceCloseConnections: "idle" });
  app.get("/", async () => "x"); app.get("/slow", async () => { await new Promise(r=>setTimeout(r,1500)); return "slow"; });
  app.post("/up", async (q)=> "up");
  await app.listen({port:0,host:"127.0.0.1"}); const port = app.server.address().port;
  const agent = new http.Agent({keepAlive:true});
  const get = p => new Promise((res,rej)=>http.get({port,path:p,agent},r=>{let d="";r.on("data",x=>d+=x).on("end",()=>res(d+" "+r.headers.connection))}).on("error",rej));
  let s, run;
  if (mode==="unused") { s=net.connect(port); s.on("error",()=>{}); await new Promise(r=>s.once("connect",r)); await new Promise(r=>setTimeout(r,50)); }
  if (mode==="idle") console.log(await get("/"));
  if (mode==="running") { run=get("/slow").then(x=>console.log(x),e=>console.log("ERR",e.code)); await new Promise(r=>setTimeout(r,100)); }
  if (mode==="partial") { s=net.connect(port); s.write("POST /up HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{"); s.on("error",()=>{}); await new Promise(r=>setTimeout(r,100)); }
  const t=Date.now(); const r=await Promise.race([app.close().then(()=>"closed"), new Promise(r=>setTimeout(()=>r("TIMEOUT"),6000))]);
  console.log(mode, r, Date.now()-t); await run; s?.destroy(); agent.destroy();
}
process.exit()
