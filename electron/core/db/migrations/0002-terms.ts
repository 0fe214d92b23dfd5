/**
 * Terms and calendar that explain themselves: years with their state and source, the two days of a transfer bound to each other, extensions and short terms among the rules. A register made
 * before gets what its first version shipped without; the versions themselves are not touched otherwise, so the trigger that guards them is lifted only for this step.
 */
export const sql = `
CREATE TABLE calendar_years (
  year INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('official', 'draft')),
  source TEXT NOT NULL
) STRICT;
ALTER TABLE calendar_days ADD COLUMN pair TEXT;
UPDATE calendar_days SET source = '2023', pair = '2023-07-07' WHERE date = '2023-07-01' AND kind = 'transfer-work';
UPDATE calendar_days SET source = '2023', pair = '2023-07-01' WHERE date = '2023-07-07' AND kind = 'transfer-off';
UPDATE calendar_days SET source = '18.04.2024', pair = '2024-05-08' WHERE date = '2024-05-04' AND kind = 'transfer-work';
UPDATE calendar_days SET source = '18.04.2024', pair = '2024-05-04' WHERE date = '2024-05-08' AND kind = 'transfer-off';
UPDATE calendar_days SET source = '№ 436, 21.11.2024', pair = '2025-01-05' WHERE date = '2025-01-03' AND kind = 'transfer-off';
UPDATE calendar_days SET source = '№ 436, 21.11.2024', pair = '2025-01-03' WHERE date = '2025-01-05' AND kind = 'transfer-work';
INSERT INTO calendar_years (year, status, source)
SELECT column1, column2, column3 FROM (VALUES
  (2023, 'official', 'Жұмыс уақытының балансы · Баланс рабочего времени, 2023'),
  (2024, 'official', 'Жұмыс уақытының балансы · Баланс рабочего времени, 2024'),
  (2025, 'official', 'Жұмыс уақытының балансы · Баланс рабочего времени, 2025'),
  (2026, 'official', 'Жұмыс уақытының балансы · Баланс рабочего времени, 2026'),
  (2027, 'draft', ''),
  (2028, 'draft', ''))
WHERE EXISTS (SELECT 1 FROM calendar_days WHERE substr(date, 1, 4) = CAST(column1 AS TEXT));

DROP TRIGGER term_rules_no_update;
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":10,"unit":"workingDays","from":"deadline","by":["head","deputy"],"noticeDays":3,"grounds":{"kk":"қосымша зерделеу, тексеру жүргізу немесе қосымша ақпарат алу қажет","ru":"требуется дополнительное изучение, проверка или дополнительная информация"},"basis":{"kk":"№ 88-V Заң 25 (4)","ru":"Закон № 88-V 25 (4)"}}'))
WHERE (rule_id, version) IN (VALUES ('service-complaint-provider', 1), ('service-complaint-provider', 2), ('service-complaint-state-corporation', 1), ('service-complaint-state-corporation', 2), ('service-complaint-quality-body', 1), ('service-complaint-quality-body', 2));
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":30,"unit":"calendarDays","from":"deadline","by":["head","deputy"],"noticeDays":3,"grounds":{"kk":"қосымша тексеру жүргізу қажет","ru":"требуется дополнительная проверка"},"basis":{"kk":"2007 ж. 12.01. № 221 Заң","ru":"Закон от 12.01.2007 № 221"}}'))
WHERE (rule_id, version) IN (VALUES ('complaint', 1), ('application', 1), ('request', 1), ('proposal', 1), ('report', 1), ('response', 1));
UPDATE term_rules SET content = json_set(content, '$.extension', json('null'))
WHERE (rule_id, version) IN (VALUES ('complaint', 2), ('media-request', 1), ('lawyer-request', 1), ('bailiff-request', 1), ('petition', 1));
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":2,"unit":"months","from":"decision","by":["head","deputy"],"noticeDays":3,"grounds":{"kk":"дұрыс қарау үшін маңызды нақты мән-жайларды анықтау қажет","ru":"необходимо установить фактические обстоятельства, имеющие значение для правильного рассмотрения"},"basis":{"kk":"ӘРПК 76 (3)","ru":"АППК 76 (3)"}}'))
WHERE (rule_id, version) IN (VALUES ('application', 2), ('request', 2), ('proposal', 2), ('report', 2), ('response', 2));
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":15,"unit":"calendarDays","from":"deadline","by":["head","deputy"],"noticeDays":3,"grounds":{"kk":"ақпарат өзге субъектілерден алынады немесе оны іздеу қажет","ru":"информация запрашивается у других лиц либо требуется её поиск"},"basis":{"kk":"№ 401-V Заң 11 (10)","ru":"Закон № 401-V 11 (10)"}}'))
WHERE (rule_id, version) IN (VALUES ('information-request', 1));
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":null,"unit":"workingDays","from":"deadline","by":["issuer","head","deputy"],"noticeDays":null,"grounds":{"kk":"мерзімді белгілеген лауазымды адамның шешімі","ru":"решение должностного лица, установившего срок"},"basis":{"kk":"хатта көрсетілген мерзім немесе кеңсе тәртібі","ru":"срок, указанный в письме, или порядок канцелярии"}}'))
WHERE (rule_id, version) IN (VALUES ('official-letter', 1));
UPDATE term_rules SET content = json_set(content, '$.extension', json('{"length":null,"unit":"workingDays","from":"deadline","by":["issuer","head","deputy"],"noticeDays":null,"grounds":{"kk":"мерзімді белгілеген лауазымды адамның шешімі","ru":"решение должностного лица, установившего срок"},"basis":{"kk":"кеңсе тәртібі","ru":"порядок канцелярии"}}'))
WHERE (rule_id, version) IN (VALUES ('thanks', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Кодекске дейін үш жұмыс күндік бақылау болмаған. / До Кодекса контрольной точки в три рабочих дня не было.')
WHERE (rule_id, version) IN (VALUES ('service-complaint-provider', 1), ('service-complaint-state-corporation', 1), ('service-complaint-quality-body', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Сырттан ақпарат алу немесе тексеру қажет болса – 30 күнтізбелік күн: ол мерзім «берілген мерзім» болып жазылады. / Если нужны сведения извне или проверка – 30 календарных дней: такой срок вносится как «указанный в письме».')
WHERE (rule_id, version) IN (VALUES ('complaint', 1), ('application', 1), ('request', 1), ('proposal', 1), ('report', 1), ('response', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Күнтізбелік күндер. / Календарные дни.')
WHERE (rule_id, version) IN (VALUES ('information-request', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Өтініштердің мемлекеттік жүйесінің тізімі (2022), жұмыс күндері деп саналған. 20.08.2024 бастап № 93-VIII Заңның 36 (1)-бабы бес жұмыс күнін береді деген дерек бар: кеңсе тексеріп, нұсқа қосуы керек. / По перечню государственной системы обращений (2022), считаются рабочие дни. Есть сведения, что с 20.08.2024 ст. 36 (1) Закона № 93-VIII даёт пять рабочих дней: канцелярии следует проверить и добавить версию.')
WHERE (rule_id, version) IN (VALUES ('media-request', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Өтініштердің мемлекеттік жүйесінің тізімі (2022), жұмыс күндері деп саналған. / По перечню государственной системы обращений (2022), считаются рабочие дни.')
WHERE (rule_id, version) IN (VALUES ('lawyer-request', 1), ('bailiff-request', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Жергілікті органға берілген петиция. / Петиция в местный орган.')
WHERE (rule_id, version) IN (VALUES ('petition', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Хатта немесе басшы берген күн бірінші; ол болмаса – кеңсенің өз мерзімі. / Первым идёт срок, указанный в письме или руководителем; без него – собственный срок канцелярии.')
WHERE (rule_id, version) IN (VALUES ('official-letter', 1));
UPDATE term_rules SET content = json_set(content, '$.note', 'Кеңсенің өз мерзімі, заңмен белгіленбеген. / Собственный срок канцелярии, законом не установлен.')
WHERE (rule_id, version) IN (VALUES ('thanks', 1));
INSERT INTO term_rules (rule_id, version, content) SELECT 'redirect', 1, '{"id":"redirect","version":1,"purpose":"redirect","kinds":["serviceComplaint","complaint","application","request","proposal","report","response","petition"],"validFrom":null,"validTo":"2021-06-30","length":3,"unit":"workingDays","countsFrom":"receipt","basis":{"kk":"№ 221 Заң","ru":"Закон № 221"},"note":"Құзыретіне кірмейтін өтініш үш жұмыс күнінде жіберіледі. / Обращение не по компетенции направляется в течение трёх рабочих дней."}' WHERE EXISTS (SELECT 1 FROM office);
INSERT INTO term_rules (rule_id, version, content) SELECT 'redirect', 2, '{"id":"redirect","version":2,"purpose":"redirect","kinds":["serviceComplaint","complaint","application","request","proposal","report","response","petition"],"validFrom":"2021-07-01","validTo":null,"length":3,"unit":"workingDays","countsFrom":"receipt","basis":{"kk":"ӘРПК 65","ru":"АППК 65"},"note":"Түскен күннен бастап үш жұмыс күні, өтініш берушіге хабарлап; толық немесе ішінара. / Три рабочих дня с поступления, с уведомлением заявителя; полностью или в части."}' WHERE EXISTS (SELECT 1 FROM office);
INSERT INTO term_rules (rule_id, version, content) SELECT 'return', 1, '{"id":"return","version":1,"purpose":"return","kinds":["serviceComplaint","complaint","application","request","proposal","report","response","petition"],"validFrom":"2021-07-01","validTo":null,"length":3,"unit":"workingDays","countsFrom":"registration","basis":{"kk":"ӘРПК 64 (6), (7)","ru":"АППК 64 (6), (7)"},"note":"Хатты толықтыруға берілген мерзім өткеннен кейін, ал толықтыратын ештеңе болмаса – тіркелгеннен кейін. / После срока, данного на приведение в соответствие, а если исправлять нечего – после регистрации."}' WHERE EXISTS (SELECT 1 FROM office);
INSERT INTO term_rules (rule_id, version, content) SELECT 'termination-notice', 1, '{"id":"termination-notice","version":1,"purpose":"terminationNotice","kinds":null,"validFrom":"2021-07-01","validTo":null,"length":3,"unit":"workingDays","countsFrom":"act","basis":{"kk":"ӘРПК 70 (3)","ru":"АППК 70 (3)"}}' WHERE EXISTS (SELECT 1 FROM office);
INSERT INTO term_rules (rule_id, version, content) SELECT 'unconsidered-notice', 1, '{"id":"unconsidered-notice","version":1,"purpose":"unconsideredNotice","kinds":["serviceComplaint","complaint"],"validFrom":"2021-07-01","validTo":null,"length":3,"unit":"workingDays","countsFrom":"act","basis":{"kk":"ӘРПК 95 (2)","ru":"АППК 95 (2)"}}' WHERE EXISTS (SELECT 1 FROM office);
INSERT INTO term_rules (rule_id, version, content) SELECT 'file-access', 1, '{"id":"file-access","version":1,"purpose":"fileAccess","kinds":null,"validFrom":"2021-07-01","validTo":null,"length":3,"unit":"workingDays","countsFrom":"act","basis":{"kk":"ӘРПК 75","ru":"АППК 75"}}' WHERE EXISTS (SELECT 1 FROM office);
CREATE TRIGGER term_rules_no_update BEFORE UPDATE ON term_rules BEGIN SELECT RAISE(ABORT, 'a term rule gets a new version'); END;
CREATE INDEX appeals_open ON appeals (id) WHERE status = 'registered';
`
