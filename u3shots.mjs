import { chromium } from 'playwright-core'
const B='http://127.0.0.1:4393'
const browser = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync'] })
const errors=[]
async function win(login, lang, size=[1440,900], dark=false){
  const ctx = await browser.newContext({ viewport:{width:size[0],height:size[1]}, colorScheme: dark?'dark':'light', acceptDownloads:true })
  await ctx.addInitScript(l=>localStorage.setItem('kiris.language',l), lang)
  const r = await ctx.request.post(B+'/rpc/session/signIn',{data:{json:{login,password:'kiris-demo'}},headers:{'content-type':'application/json',origin:B}})
  if(!r.ok()) console.log('sign in',r.status(), await r.text())
  const page = await ctx.newPage()
  page.on('console',m=>{ if(m.type()==='error') errors.push(m.text().slice(0,200)) })
  page.on('pageerror',e=>errors.push('PAGE '+e.message))
  return {ctx,page, call: async (p,input={})=>{const x=await ctx.request.post(B+'/rpc/'+p,{data:{json:input},headers:{'content-type':'application/json',origin:B}}); return (await x.json()).json}}
}
const shot=(page,n)=>page.screenshot({path:`/tmp/u3/shots/${n}.png`})
const only = process.argv[2]
const run = async (name,f)=>{ if(only && !name.startsWith(only)) return; try{ await f() }catch(e){ console.log(name,'FAILED',e.message.slice(0,300)) } }
const kk = await win('qasenova','kk'), ru = await win('qasenova','ru',[1024,640])
await run('check', async()=>{
  const rows = (await kk.call('register/journal',{year:2026,state:'all',search:'',after:null,limit:30})).rows
  const row = rows.find(r=>r.status!=='void') ; console.log(row.number)
  const slip = await kk.call('slips/issue',{appealId:row.id,languages:'both'})
  const pdf = await (await kk.ctx.request.get(B+`/files/slips/${slip.id}.pdf`)).body()
  const fs=await import('node:fs'); fs.writeFileSync('/tmp/u3/slip.pdf',pdf)
  const {execSync}=await import('node:child_process')
  execSync('pdftoppm -r 200 -png /tmp/u3/slip.pdf /tmp/u3/slip')
  const code = execSync('zbarimg -q --raw -Sdisable -Sqrcode.enable /tmp/u3/slip-1.png 2>/dev/null').toString().trim().split('\n').sort((a,b)=>b.length-a.length)[0]; console.log(code.length, slip.words)
  await kk.page.goto(B+'/check'); await kk.page.waitForTimeout(800)
  await shot(kk.page,'check-empty')
  // as a scanner on a kazakh layout
  const t0=Date.now()
  await kk.page.evaluate(async c=>{ for(const d of c){ document.activeElement.dispatchEvent(new KeyboardEvent('keydown',{code:'Digit'+d,key:'ә',bubbles:true,cancelable:true})) } }, code)
  await kk.page.keyboard.press('Enter'); await kk.page.waitForTimeout(900); await shot(kk.page,'check-genuine')
  const fake = code.slice(0,60)+((+code[60]+1)%10)+code.slice(61)
  await ru.page.goto(B+'/check'); await ru.page.waitForTimeout(600)
  await ru.page.locator('[data-test=code]').fill(fake); await ru.page.keyboard.press('Enter'); await ru.page.waitForTimeout(700); await shot(ru.page,'check-forged-ru')
  await ru.page.locator('[data-test=number]').fill(row.number); await ru.page.locator('[data-test=words]').fill((slip.words||[]).join(' ')); await ru.page.keyboard.press('Enter'); await ru.page.waitForTimeout(700); await shot(ru.page,'check-words-ru')
  // search by slip
  await kk.page.goto(B+'/'); await kk.page.waitForTimeout(800)
  await kk.page.locator('input[type=search]').fill(code); await kk.page.waitForTimeout(1200); console.log('find', await kk.page.locator('input[type=search]').inputValue()); await shot(kk.page,'journal-scanned')
  await kk.page.goto(B+'/inquiry'); await kk.page.waitForTimeout(800)
  await kk.page.locator('input[role=combobox]').fill(code); await kk.page.waitForTimeout(1500); console.log('inquiry', await kk.page.locator('input[role=combobox]').inputValue())
})
await run('books', async()=>{
  await kk.page.goto(B+'/'); await kk.page.waitForTimeout(900); await shot(kk.page,'journal')
  await kk.page.keyboard.press('Control+b'); await kk.page.waitForTimeout(900); await shot(kk.page,'books')
  await kk.page.keyboard.press('Control+Enter'); await kk.page.waitForTimeout(300); await shot(kk.page,'books-run')
  await kk.page.waitForTimeout(3500); await shot(kk.page,'books-done')
  await kk.page.keyboard.press('F7'); await kk.page.waitForTimeout(2500); await shot(kk.page,'numbering')
  await ru.page.goto(B+'/outgoing'); await ru.page.waitForTimeout(900)
  await ru.page.keyboard.press('Control+b'); await ru.page.waitForTimeout(900)
  await ru.page.keyboard.press('Control+Enter'); await ru.page.keyboard.press('Control+Enter'); await ru.page.waitForTimeout(2500); await shot(ru.page,'books-ru')
})
await run('closings', async()=>{
  await kk.page.goto(B+'/closing'); await kk.page.waitForTimeout(900); await shot(kk.page,'closing')
  const u = kk.page.locator('[data-test=unclosed]').first(); if(await u.count()){ await u.click(); await kk.page.waitForTimeout(600) }
  await kk.page.keyboard.press('Control+Enter'); await kk.page.waitForTimeout(3000); await shot(kk.page,'closing-sheet')
  await kk.page.keyboard.press('Escape'); await kk.page.waitForTimeout(500); await shot(kk.page,'closing-done')
  await ru.page.goto(B+'/closing'); await ru.page.waitForTimeout(900); await shot(ru.page,'closing-ru')
})
await run('papers', async()=>{
  const rows = (await kk.call('register/journal',{year:2026,state:'all',search:'',after:null,limit:30})).rows
  await kk.page.goto(B+'/letters/'+rows[2].id); await kk.page.waitForTimeout(900)
  await kk.page.keyboard.press('F7'); await kk.page.waitForTimeout(400); await shot(kk.page,'card-menu')
  const items = await kk.page.locator('[role=menuitem]').allInnerTexts(); console.log(items)
  for (const i of [2,3,4,5]) { 
    if(!(await kk.page.locator('[role=menuitem]').count())) await kk.page.keyboard.press('F7'); await kk.page.waitForTimeout(300)
    await kk.page.locator('[role=menuitem]').nth(i).click(); await kk.page.waitForTimeout(2200); await shot(kk.page,'paper-'+i); await kk.page.keyboard.press('Escape'); await kk.page.waitForTimeout(400) }
  await ru.page.goto(B+'/outgoing'); await ru.page.waitForTimeout(900); await shot(ru.page,'outgoing-ru')
  await ru.page.keyboard.press('F7'); await ru.page.waitForTimeout(400); await shot(ru.page,'outgoing-menu')
  await ru.page.locator('[role=menuitem]').nth(2).click(); await ru.page.waitForTimeout(2200); await shot(ru.page,'inventory'); await ru.page.keyboard.press('Escape')
  await ru.page.waitForTimeout(300); await ru.page.keyboard.press('F7'); await ru.page.waitForTimeout(300); await ru.page.locator('[role=menuitem]').last().click(); await ru.page.waitForTimeout(2200); await shot(ru.page,'handed'); 
  await ru.page.goto(B+'/control'); await ru.page.waitForTimeout(900); await ru.page.keyboard.press('F7'); await ru.page.waitForTimeout(2200); await shot(ru.page,'control-list')
  await ru.page.goto(B+'/'); await ru.page.waitForTimeout(900); await shot(ru.page,'journal-ru')
})
await run('settings', async()=>{
  const ad = await win('zhunisov','kk',[1440,900],true)
  await ad.page.goto(B+'/settings/proof'); await ad.page.waitForTimeout(900); await shot(ad.page,'proof')
  await ad.page.locator('[data-test=replace]').click(); await ad.page.waitForTimeout(400); await shot(ad.page,'proof-ask')
})
console.log([...new Set(errors)])
await browser.close()
