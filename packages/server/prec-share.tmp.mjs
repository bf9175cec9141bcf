import 'reflect-metadata';
const d='/work/w-prec/packages/server/dist/';
const { startTestCluster } = await import(d+'testing/cluster.js');
const { dataSource, poolOf } = await import(d+'database/data-source.js');
const { migrate } = await import(d+'database/migrate.js');
const { importFile } = await import(d+'ingest/run.js');
const { ucdp } = await import(d+'ingest/ucdp/ucdp.js');
const { openFile } = await import(d+'ingest/read/bytes.js');
const cluster = await startTestCluster();
try {
  const db = await dataSource(cluster.url).initialize(); await migrate(db);
  const client = await poolOf(db).connect();
  const orig = client.query.bind(client);
  let mine=0;
  client.query = async (...a) => { const t=process.hrtime.bigint(); try { return await orig(...a); } finally { const text = typeof a[0]==='string'?a[0]:''; if (/stage_person|stage_decided|stage_conflict|import_conflict/.test(text) && !/create temp/.test(text) && !/truncate/.test(text)) mine += Number(process.hrtime.bigint()-t)/1e6; } };
  const file = '/work/shared/data/ucdp-ged-syria-2016-2019/ged_syria.csv';
  for (const [release, force] of [['19.1',false],['19.1',false],['19.1',true]]) {
    mine=0; const t=Date.now();
    await importFile(client, ucdp, await openFile(file), { release, force });
    console.log(release, force, 'total ms', Date.now()-t, 'keep ms', Math.round(mine));
  }
  // a person touches 200 claims
  await orig("begin; select open_write('desk','updateClaim'); update claim set statement = statement || ' (checked)' where id in (select id from claim order by id limit 200); select close_write(); commit");
  mine=0; const t=Date.now();
  const c = await importFile(client, ucdp, await openFile(file), { release:'20.1', force:true });
  console.log('200 corrected, newer: total ms', Date.now()-t, 'keep ms', Math.round(mine), 'conflicts', c.conflicts);
  client.release(true); await db.destroy();
} finally { await cluster.stop(); }
