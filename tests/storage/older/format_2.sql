-- A contest file of format 2, as SQLite dumps it; tests open it with the program of today.
BEGIN TRANSACTION;
CREATE TABLE answer (
	id VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE ballot (
	record INTEGER NOT NULL, 
	ballot_id VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	contestant VARCHAR NOT NULL, 
	judge VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	scores VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	stored_at VARCHAR NOT NULL, 
	ended INTEGER, 
	ended_how VARCHAR, 
	ended_at VARCHAR, 
	ended_why VARCHAR, 
	PRIMARY KEY (record), 
	FOREIGN KEY(round, contestant) REFERENCES entry (round, contestant), 
	UNIQUE (judge, ballot_id), 
	FOREIGN KEY(judge) REFERENCES judge (code)
);
INSERT INTO "ballot" VALUES(9,'J1-A-8',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:46.935671Z',11,'replaced','2026-11-24T15:24:46.942442Z','');
INSERT INTO "ballot" VALUES(10,'J2-A-9',1,'A','J2','评委2',6,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:46.939947Z',13,'returned','2026-11-24T15:24:46.948633Z','漏看一页');
INSERT INTO "ballot" VALUES(11,'J1-A-10',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:46.942442Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(14,'J2-A-13',1,'A','J2','评委2',13,'{"a":"38","b":"57.5"}','panel','2026-11-24T15:24:46.951195Z',17,'replaced','2026-11-24T15:24:46.958188Z','');
INSERT INTO "ballot" VALUES(16,'J3-A-15',1,'A','J3','评委3',15,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:46.955782Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(17,'J2-A-16',1,'A','J2','评委2',15,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:46.958188Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(21,'paper-d0a9f861-9cca-4557-8a17-f0e8957cd5cc',1,'B','J1','评委替补',0,'{"a":"30","b":"40"}','paper','2026-11-24T15:24:46.970342Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(22,'paper-14191c7e-f1b4-4707-8d3c-043c638e0b58',1,'B','J2','评委2',0,'{"a":"30","b":"40"}','paper','2026-11-24T15:24:46.971891Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(23,'paper-fba1379c-184c-4a23-a21c-f3ff9bf041cf',1,'B','J3','评委3',0,'{"a":"38","b":"57.5"}','paper','2026-11-24T15:24:46.973872Z',24,'replaced','2026-11-24T15:24:46.976015Z','看错');
INSERT INTO "ballot" VALUES(24,'paper-fff98bfc-1c34-43c3-a08b-728b1b048fb0',1,'B','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-24T15:24:46.976015Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(25,'late-1',1,'C','J1','评委替补',0,'{"a":"38","b":"57.5"}','offer','2026-11-24T15:24:46.981324Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(29,'paper-526074b2-9eb6-4f53-b38e-f71d2f1bcf4d',1,'C','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-24T15:24:46.992365Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(62,'J1-E-61',2,'E','J1','评委替补',60,'{"a":"30","b":"40"}','panel','2026-11-24T15:24:47.079467Z',NULL,NULL,NULL,NULL);
CREATE TABLE contest (
	id INTEGER NOT NULL, 
	"plan" VARCHAR NOT NULL, 
	rehearsal BOOLEAN NOT NULL, 
	screen VARCHAR NOT NULL, 
	clock VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "contest" VALUES(1,'{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}',0,'lineup','{"extra":0,"since":null,"used":0.0}');
CREATE TABLE contestant (
	code VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	category VARCHAR NOT NULL, 
	lead VARCHAR NOT NULL, 
	members VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "contestant" VALUES('A',0,'单位甲','k','牵头A','[]');
INSERT INTO "contestant" VALUES('B',1,'单位B','k','牵头B','[]');
INSERT INTO "contestant" VALUES('C',2,'单位C','k','牵头C','[]');
INSERT INTO "contestant" VALUES('D',3,'单位D','k','牵头D','[]');
INSERT INTO "contestant" VALUES('E',4,'单位戊','k','','["甲局","乙局"]');
INSERT INTO "contestant" VALUES('F',5,'单位己','k','','[]');
CREATE TABLE entry (
	round INTEGER NOT NULL, 
	contestant VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	phase VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	moved INTEGER NOT NULL, 
	stopped INTEGER NOT NULL, 
	added INTEGER NOT NULL, 
	PRIMARY KEY (round, contestant), 
	FOREIGN KEY(round) REFERENCES round (number), 
	FOREIGN KEY(contestant) REFERENCES contestant (code)
);
INSERT INTO "entry" VALUES(1,'A',0,'closed',15,18,18,0);
INSERT INTO "entry" VALUES(1,'B',1,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'C',2,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'D',3,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'E',4,'waiting',0,0,0,31);
INSERT INTO "entry" VALUES(1,'F',5,'waiting',0,0,0,32);
INSERT INTO "entry" VALUES(2,'D',0,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(2,'A',1,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(2,'E',2,'open',60,61,0,0);
CREATE TABLE journal (
	number INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	round INTEGER, 
	why VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	"after" VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "journal" VALUES(1,'2026-11-24T15:24:46.874610Z','operator','created',NULL,'','null','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"},{"category":"k","code":"B","lead":"牵头B","members":[],"name":"单位B"},{"category":"k","code":"C","lead":"牵头C","members":[],"name":"单位C"},{"category":"k","code":"D","lead":"牵头D","members":[],"name":"单位D"}],"judges":[{"code":"J1","group":"g","name":"评委1","title":"委员"},{"code":"J2","group":"g","name":"评委2","title":"委员"},{"code":"J3","group":"h","name":"评委3","title":"委员"}],"lineup":["A","B","C","D"],"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}},"rehearsal":false}','0000000000000000000000000000000000000000000000000000000000000000','725316686a87cd53244eec2e610188f50a6bb821fe36d4e6ca1cfa5d0225b677');
INSERT INTO "journal" VALUES(2,'2026-11-24T15:24:46.909037Z','operator','roster',NULL,'','{"contestants":[]}','{"contestants":[{"category":"k","code":"E","lead":"","members":["甲局","乙局"],"name":"单位戊"},{"category":"k","code":"F","lead":"","members":[],"name":"单位己"}]}','725316686a87cd53244eec2e610188f50a6bb821fe36d4e6ca1cfa5d0225b677','71b0cd8d3e8398dfccf920a07ff90a7b7f868fcdea07db48aacf62ab3f3b7329');
INSERT INTO "journal" VALUES(3,'2026-11-24T15:24:46.914673Z','operator','roster',NULL,'','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"}]}','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位甲"}]}','71b0cd8d3e8398dfccf920a07ff90a7b7f868fcdea07db48aacf62ab3f3b7329','4c096fd7e2f8f7dfd1be4b7f755d0211fa6b99a206cce1a21b8d7a46bf1c3be6');
INSERT INTO "journal" VALUES(4,'2026-11-24T15:24:46.918874Z','operator','start-order',1,'抽签','{"order":["A","B","C","D"]}','{"contestant":"","details":{"order":["B","D","C","A"],"seed":"七三九一"},"subject":""}','4c096fd7e2f8f7dfd1be4b7f755d0211fa6b99a206cce1a21b8d7a46bf1c3be6','841fc8af5bc9c736ec7d102c9e6f696bdbc6b65835e4737ac440038dd952ea3d');
INSERT INTO "journal" VALUES(5,'2026-11-24T15:24:46.921408Z','operator','show',NULL,'','{"screen":"auto"}','{"screen":"lineup"}','841fc8af5bc9c736ec7d102c9e6f696bdbc6b65835e4737ac440038dd952ea3d','cf6229f3fe9712d64622905e14fab042d17d82f134bc2954dfaf11c28eba0990');
INSERT INTO "journal" VALUES(6,'2026-11-24T15:24:46.923384Z','operator','call',1,'','{"called":null}','{"entry":"A"}','cf6229f3fe9712d64622905e14fab042d17d82f134bc2954dfaf11c28eba0990','4970131ce8101d8e9e9a6e2589648e276cafcae24d842ba5dd69fd6c8ddf8200');
INSERT INTO "journal" VALUES(7,'2026-11-24T15:24:46.930705Z','operator','clock',NULL,'','{"clock":{"extra":0,"since":null,"used":0.0}}','{"clock":{"extra":0,"since":"2023-04-20T09:00:00Z","used":0.0}}','4970131ce8101d8e9e9a6e2589648e276cafcae24d842ba5dd69fd6c8ddf8200','1d85abbf62930c4428f3104d1012ead5370c863c8e4a1977eed37766e0712287');
INSERT INTO "journal" VALUES(8,'2026-11-24T15:24:46.932358Z','operator','open',1,'','{"phase":"called"}','{"entry":"A"}','1d85abbf62930c4428f3104d1012ead5370c863c8e4a1977eed37766e0712287','1a820b83e902cfc1abae3099086fa03c7b91e1d2f0a94d85dad05e9365b56650');
INSERT INTO "journal" VALUES(9,'2026-11-24T15:24:46.935671Z','judge J1','ballot',1,'','null','{"ballot_id":"J1-A-8","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','1a820b83e902cfc1abae3099086fa03c7b91e1d2f0a94d85dad05e9365b56650','44474ee6231cc619b73aa980c31d33a59a265f4d04a1c9218206c15be6b00350');
INSERT INTO "journal" VALUES(10,'2026-11-24T15:24:46.939947Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-9","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":6}','44474ee6231cc619b73aa980c31d33a59a265f4d04a1c9218206c15be6b00350','64a702ffcdd41e595d1be7d826ca3bb666f30187311dc76f0ecfba22b1187c55');
INSERT INTO "journal" VALUES(11,'2026-11-24T15:24:46.942442Z','judge J1','ballot',1,'','{"ballot_id":"J1-A-8","record":9,"scores":{"a":"30","b":"40"}}','{"ballot_id":"J1-A-10","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','64a702ffcdd41e595d1be7d826ca3bb666f30187311dc76f0ecfba22b1187c55','50407c644f00ef6ae2f12ffa1f6c1aac1a0ad47cdc5adc873eed5e12e3b5ddfb');
INSERT INTO "journal" VALUES(12,'2026-11-24T15:24:46.946088Z','operator','close',1,'','null','{"entry":"A","missing":["J3"]}','50407c644f00ef6ae2f12ffa1f6c1aac1a0ad47cdc5adc873eed5e12e3b5ddfb','39fe04486a11ba2a75bf9e36bf9382da3561205313d600f886d750a6c4a04a1d');
INSERT INTO "journal" VALUES(13,'2026-11-24T15:24:46.948633Z','operator','return-ballot',1,'漏看一页','{"ballot_id":"J2-A-9","record":10,"scores":{"a":"30","b":"40"}}','{"entry":"A","judge":"J2"}','39fe04486a11ba2a75bf9e36bf9382da3561205313d600f886d750a6c4a04a1d','f16d77973831da1af0ee9725f38388dd200ba3ec740abf78b20c3bbd1931f085');
INSERT INTO "journal" VALUES(14,'2026-11-24T15:24:46.951195Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-13","entry":"A","judge":"J2","person":"评委2","scores":{"a":"38","b":"57.5"},"source":"panel","version":13}','f16d77973831da1af0ee9725f38388dd200ba3ec740abf78b20c3bbd1931f085','c273f4a9f74b819997148e3d4cfac950d5a6818fe2567fcbfb887e3895db4b0a');
INSERT INTO "journal" VALUES(15,'2026-11-24T15:24:46.953336Z','operator','open',1,'','{"phase":"closed"}','{"entry":"A"}','c273f4a9f74b819997148e3d4cfac950d5a6818fe2567fcbfb887e3895db4b0a','0412ffedb5864c8c5586b3940616851ccaed4ea41cb1347f428e444c187783dd');
INSERT INTO "journal" VALUES(16,'2026-11-24T15:24:46.955782Z','judge J3','ballot',1,'','null','{"ballot_id":"J3-A-15","entry":"A","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"panel","version":15}','0412ffedb5864c8c5586b3940616851ccaed4ea41cb1347f428e444c187783dd','17bb80705c3b2188ec93260ab3fd18f762a677001bd3cd4cdddb9d905c6cb0ce');
INSERT INTO "journal" VALUES(17,'2026-11-24T15:24:46.958188Z','judge J2','ballot',1,'','{"ballot_id":"J2-A-13","record":14,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"J2-A-16","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":15}','17bb80705c3b2188ec93260ab3fd18f762a677001bd3cd4cdddb9d905c6cb0ce','06bb40b3a5e97c0f42dce7192838375c88a92a45935407c2027e09cecaa8e489');
INSERT INTO "journal" VALUES(18,'2026-11-24T15:24:46.960575Z','operator','close',1,'','null','{"entry":"A","missing":[]}','06bb40b3a5e97c0f42dce7192838375c88a92a45935407c2027e09cecaa8e489','d0dcd218322058b00cefbe10b882f4b6b05a731eeb60c316566899a473490fe6');
INSERT INTO "journal" VALUES(19,'2026-11-24T15:24:46.963382Z','operator','substitute',NULL,'临时有事','{"name":"评委1","title":"委员"}','{"judge":"J1","name":"评委替补","title":"代表"}','d0dcd218322058b00cefbe10b882f4b6b05a731eeb60c316566899a473490fe6','1b46a6dc85518fa2e22746799415bc7cc86a34a6c55552d4b794d4668557373e');
INSERT INTO "journal" VALUES(20,'2026-11-24T15:24:46.968622Z','operator','reissue',NULL,'换了手机','null','{"judge":"J2"}','1b46a6dc85518fa2e22746799415bc7cc86a34a6c55552d4b794d4668557373e','7fd7f3fccd58e6f56cc91f220eff61cb1e3205381239773f8aef2ed69aea8f73');
INSERT INTO "journal" VALUES(21,'2026-11-24T15:24:46.970342Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-d0a9f861-9cca-4557-8a17-f0e8957cd5cc","entry":"B","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"paper","version":0}','7fd7f3fccd58e6f56cc91f220eff61cb1e3205381239773f8aef2ed69aea8f73','edb2588564dd13fd4fe727a5c069af4af033df1d0f1ee930ce25a51974fee3f0');
INSERT INTO "journal" VALUES(22,'2026-11-24T15:24:46.971891Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-14191c7e-f1b4-4707-8d3c-043c638e0b58","entry":"B","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"paper","version":0}','edb2588564dd13fd4fe727a5c069af4af033df1d0f1ee930ce25a51974fee3f0','4b181a7619266f87e76c81cb35d446ec415ef581ddb311a3f14222bc1cc1d35a');
INSERT INTO "journal" VALUES(23,'2026-11-24T15:24:46.973872Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-fba1379c-184c-4a23-a21c-f3ff9bf041cf","entry":"B","judge":"J3","person":"评委3","scores":{"a":"38","b":"57.5"},"source":"paper","version":0}','4b181a7619266f87e76c81cb35d446ec415ef581ddb311a3f14222bc1cc1d35a','707a4f3aa87f6c7b011dec2b271d683fd82d7b610098bc9eeaf049c4ba2739ed');
INSERT INTO "journal" VALUES(24,'2026-11-24T15:24:46.976015Z','operator','ballot',1,'看错','{"ballot_id":"paper-fba1379c-184c-4a23-a21c-f3ff9bf041cf","record":23,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"paper-fff98bfc-1c34-43c3-a08b-728b1b048fb0","entry":"B","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','707a4f3aa87f6c7b011dec2b271d683fd82d7b610098bc9eeaf049c4ba2739ed','d83b3cf8c2ad0519065ad31b54717e591cab882de509fbd37c65bc60497cc1dd');
INSERT INTO "journal" VALUES(25,'2026-11-24T15:24:46.981324Z','operator','ballot',1,'迟到','null','{"ballot_id":"late-1","entry":"C","judge":"J1","person":"评委替补","scores":{"a":"38","b":"57.5"},"source":"offer","version":0}','d83b3cf8c2ad0519065ad31b54717e591cab882de509fbd37c65bc60497cc1dd','a9c2f7110b57f1b381adafb9ff1a87f70a93784296e114b8e626821277f7fef5');
INSERT INTO "journal" VALUES(26,'2026-11-24T15:24:46.984306Z','operator','recuse',1,'同一单位','null','{"contestant":"C","details":{},"subject":"J2"}','a9c2f7110b57f1b381adafb9ff1a87f70a93784296e114b8e626821277f7fef5','46044f877b4374e6018e16883b355ac68eeb1cdb5cfce7a928d7c1d0e4a1171a');
INSERT INTO "journal" VALUES(27,'2026-11-24T15:24:46.986799Z','operator','judge-left',1,'离席','null','{"contestant":"","details":{},"subject":"J3"}','46044f877b4374e6018e16883b355ac68eeb1cdb5cfce7a928d7c1d0e4a1171a','b68a759c3754e1af1ff8b362bfec1477da60f456869da84c8b0977256f733099');
INSERT INTO "journal" VALUES(28,'2026-11-24T15:24:46.990166Z','operator','undo',1,'又回来了','{"record":27}','{"contestant":"","details":{"record":27},"subject":""}','b68a759c3754e1af1ff8b362bfec1477da60f456869da84c8b0977256f733099','657fd35e362e41aa0459272e4195e5cafd7815d3d0b7d1a3457a98882ad252dd');
INSERT INTO "journal" VALUES(29,'2026-11-24T15:24:46.992365Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-526074b2-9eb6-4f53-b38e-f71d2f1bcf4d","entry":"C","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','657fd35e362e41aa0459272e4195e5cafd7815d3d0b7d1a3457a98882ad252dd','a33299fa81e21d4342b4de5d6205719a2fb2ee3afb6cd8f83574864cc3ce8c86');
INSERT INTO "journal" VALUES(30,'2026-11-24T15:24:46.994841Z','operator','no-show',1,'没来','null','{"contestant":"D","details":{},"subject":""}','a33299fa81e21d4342b4de5d6205719a2fb2ee3afb6cd8f83574864cc3ce8c86','17ef0dedbf9fb04dad37da1cf5e8ce6a79aa54dde977c01c8a7348a3806a0324');
INSERT INTO "journal" VALUES(31,'2026-11-24T15:24:46.997280Z','operator','add',1,'补报','null','{"contestant":"E","details":{},"subject":""}','17ef0dedbf9fb04dad37da1cf5e8ce6a79aa54dde977c01c8a7348a3806a0324','4806164625913e064affed06580863fe08b643b97fec80a48edaa0d3fcb518de');
INSERT INTO "journal" VALUES(32,'2026-11-24T15:24:47.001079Z','operator','add',1,'误加','null','{"contestant":"F","details":{},"subject":""}','4806164625913e064affed06580863fe08b643b97fec80a48edaa0d3fcb518de','16a9c7c3ddd1c20e124e0c04d435a04ad95467efd534e7171afde0d652cebbdb');
INSERT INTO "journal" VALUES(33,'2026-11-24T15:24:47.004382Z','operator','undo',1,'误加','{"record":32}','{"contestant":"","details":{"record":32},"subject":""}','16a9c7c3ddd1c20e124e0c04d435a04ad95467efd534e7171afde0d652cebbdb','cb7f91348300642c34bffdabf048805533b017037ece1ba39a3a7fb9618840e6');
INSERT INTO "journal" VALUES(34,'2026-11-24T15:24:47.007093Z','operator','withdraw',1,'退出','null','{"contestant":"E","details":{},"subject":""}','cb7f91348300642c34bffdabf048805533b017037ece1ba39a3a7fb9618840e6','69c6ca8f5ada0e01d2dd5f5a63f90a916d822a13deee1084bdbc07536aaa287a');
INSERT INTO "journal" VALUES(35,'2026-11-24T15:24:47.009700Z','operator','judge-absent',1,'缺席','null','{"contestant":"","details":{},"subject":"J1"}','69c6ca8f5ada0e01d2dd5f5a63f90a916d822a13deee1084bdbc07536aaa287a','6778c4cd6485d3c5ea56fecdb728ba7c56b61eb8373a59597759cd39ecfe02f3');
INSERT INTO "journal" VALUES(36,'2026-11-24T15:24:47.012411Z','operator','undo',1,'看错','{"record":35}','{"contestant":"","details":{"record":35},"subject":""}','6778c4cd6485d3c5ea56fecdb728ba7c56b61eb8373a59597759cd39ecfe02f3','ae1f05f30d8b5b72414e6a2adae6cc276dc1a2dde21eb17c25adc81c315d9978');
INSERT INTO "journal" VALUES(37,'2026-11-24T15:24:47.015661Z','operator','component',1,'平时','{"values":{"A":null,"B":null,"C":null}}','{"contestant":"","details":{"values":{"A":"90","B":"90","C":"80"}},"subject":"work"}','ae1f05f30d8b5b72414e6a2adae6cc276dc1a2dde21eb17c25adc81c315d9978','b8392eab3dd2efa2bccfad7817deed3b9f7c0dad26cd3dfb4b61dd0903ce7277');
INSERT INTO "journal" VALUES(38,'2026-11-24T15:24:47.018963Z','operator','component',1,'更正','{"values":{"C":"80"}}','{"contestant":"","details":{"values":{"C":"80.5"}},"subject":"work"}','b8392eab3dd2efa2bccfad7817deed3b9f7c0dad26cd3dfb4b61dd0903ce7277','c0dc3992cf9a674c18e3478bd8f9a3b061e5a7a9bb040d68fd35a91d18b42d47');
INSERT INTO "journal" VALUES(39,'2026-11-24T15:24:47.021716Z','operator','adjust',1,'加分','null','{"contestant":"C","details":{"points":"1.5"},"subject":""}','c0dc3992cf9a674c18e3478bd8f9a3b061e5a7a9bb040d68fd35a91d18b42d47','f0a0c70bddbaa60925333178093eb9813f1af42f59a167590c3b433e9fdd3667');
INSERT INTO "journal" VALUES(40,'2026-11-24T15:24:47.024346Z','operator','group-void',1,'设备故障','null','{"contestant":"","details":{},"subject":"h"}','f0a0c70bddbaa60925333178093eb9813f1af42f59a167590c3b433e9fdd3667','b3ccff0a3de54fec10ad47233baf54255f4f104773971d3335b58838b31c2b4d');
INSERT INTO "journal" VALUES(41,'2026-11-24T15:24:47.027250Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"host"}','b3ccff0a3de54fec10ad47233baf54255f4f104773971d3335b58838b31c2b4d','8d9c55a711e2d3e36b7753b83cbfa6f043b99477e686e6d25c66641dd0b5a005');
INSERT INTO "journal" VALUES(42,'2026-11-24T15:24:47.031403Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','8d9c55a711e2d3e36b7753b83cbfa6f043b99477e686e6d25c66641dd0b5a005','e2d71a64b932332382c83f2badea5dcdf0cc12751683ebc23953061e97262c3d');
INSERT INTO "journal" VALUES(43,'2026-11-24T15:24:47.034890Z','operator','reveal',1,'','{"result":null}','{"entry":"B","result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','e2d71a64b932332382c83f2badea5dcdf0cc12751683ebc23953061e97262c3d','2529b76f015e34222aa5fd662d9fdda82374f55299fcb7cf82bac7e2e6c78fb8');
INSERT INTO "journal" VALUES(44,'2026-11-24T15:24:47.037733Z','operator','reveal',1,'','{"result":null}','{"entry":"D","result":{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}},"to":"all"}','2529b76f015e34222aa5fd662d9fdda82374f55299fcb7cf82bac7e2e6c78fb8','fc9b6c513dcbf86e3bf2d82d39fc14c1ce5a9b2c57bcc481a6c0767cfb62f1d8');
INSERT INTO "journal" VALUES(45,'2026-11-24T15:24:47.040146Z','operator','unreveal',1,'报错了','{"result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}}','{"entry":"B"}','fc9b6c513dcbf86e3bf2d82d39fc14c1ce5a9b2c57bcc481a6c0767cfb62f1d8','02cceeb28c2d98724afb34df7cc1794073de2875c2d4f68950d1e09ed2d953b1');
INSERT INTO "journal" VALUES(46,'2026-11-24T15:24:47.043382Z','operator','draw',1,'并列','null','{"contestant":"","details":{"order":["B","A"],"seed":"1949"},"subject":""}','02cceeb28c2d98724afb34df7cc1794073de2875c2d4f68950d1e09ed2d953b1','df0e07530a31fef3517c3d48666ed36d3a1ea1fbdee6c34902a84befcf00d8c5');
INSERT INTO "journal" VALUES(47,'2026-11-24T15:24:47.046255Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"74","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"74.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":46,"round":1,"status":"final"}}','df0e07530a31fef3517c3d48666ed36d3a1ea1fbdee6c34902a84befcf00d8c5','7dce83cf8f7387619b1549d741a1e92e910434f6d413847a273b543a3f767791');
INSERT INTO "journal" VALUES(48,'2026-11-24T15:24:47.048591Z','operator','reopen-round',1,'超时','{"closed":47}','{}','7dce83cf8f7387619b1549d741a1e92e910434f6d413847a273b543a3f767791','a793edc089f6b1e4d361f9f78e607939121a3415cd684a4cc1ff2b579aff1845');
INSERT INTO "journal" VALUES(49,'2026-11-24T15:24:47.049531Z','operator','adjust',1,'超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','a793edc089f6b1e4d361f9f78e607939121a3415cd684a4cc1ff2b579aff1845','42263e515eddd57c4a119b8516e8a6fc11cfcb01d0b50de009e11eb6a04cb16c');
INSERT INTO "journal" VALUES(50,'2026-11-24T15:24:47.052283Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1/2","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"147/2","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.50","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":49,"round":1,"status":"final"}}','42263e515eddd57c4a119b8516e8a6fc11cfcb01d0b50de009e11eb6a04cb16c','2644d7c0aba0c7f8e2c8e2fba5a8e6ce03b81ee256b8f97a86b8c1f31cf37ef1');
INSERT INTO "journal" VALUES(51,'2026-11-24T15:24:47.053782Z','operator','sign-off',1,'','null','{"name":"周敏","role":"teller"}','2644d7c0aba0c7f8e2c8e2fba5a8e6ce03b81ee256b8f97a86b8c1f31cf37ef1','24d8c530d340723938664a490dc27bda4e9511827652404d9ee5156c74ef5283');
INSERT INTO "journal" VALUES(52,'2026-11-24T15:24:47.056981Z','operator','reopen-round',1,'再次超时','{"closed":50}','{}','24d8c530d340723938664a490dc27bda4e9511827652404d9ee5156c74ef5283','01993c5737a5e6029f45f95f46c98f6c11caeb3090a4674c3265001f5571c362');
INSERT INTO "journal" VALUES(53,'2026-11-24T15:24:47.058318Z','operator','adjust',1,'再次超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','01993c5737a5e6029f45f95f46c98f6c11caeb3090a4674c3265001f5571c362','e36e7495575c1219e3229973bc1b6cfac0fd9233cfefc9bb472a2da7586ed4df');
INSERT INTO "journal" VALUES(54,'2026-11-24T15:24:47.061284Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"73","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":53,"round":1,"status":"final"}}','e36e7495575c1219e3229973bc1b6cfac0fd9233cfefc9bb472a2da7586ed4df','25c1fec758276acc2d8f8f4d4343c4699e1b803c7138e9a60794650d9550b62e');
INSERT INTO "journal" VALUES(55,'2026-11-24T15:24:47.062708Z','operator','sign-off',1,'','null','{"name":"王建国","role":"chief-judge"}','25c1fec758276acc2d8f8f4d4343c4699e1b803c7138e9a60794650d9550b62e','b307e148c00b10f5c62d2d9854b4b865649eba4783715752537bc2cf9739ae63');
INSERT INTO "journal" VALUES(56,'2026-11-24T15:24:47.064229Z','operator','sign-off',1,'','null','{"name":"李丽","role":"supervisor"}','b307e148c00b10f5c62d2d9854b4b865649eba4783715752537bc2cf9739ae63','782a0d0812a85b654c73f65f4dfe0c2f82afde69d87903898624387021397b42');
INSERT INTO "journal" VALUES(57,'2026-11-24T15:24:47.065771Z','operator','sign-off',1,'','{"name":"李丽"}','{"name":"李莉","role":"supervisor"}','782a0d0812a85b654c73f65f4dfe0c2f82afde69d87903898624387021397b42','edcac088c371056cfa793ceffca96af74f88bd1fb4054b1e500a75c5184932f7');
INSERT INTO "journal" VALUES(58,'2026-11-24T15:24:47.067696Z','operator','restored',NULL,'','null','{"copy":"备份.arena","revision":57}','edcac088c371056cfa793ceffca96af74f88bd1fb4054b1e500a75c5184932f7','3659c91903905bed83e3eb40e12cd1605afc4da1bbab710b74d5ced5d43b8982');
INSERT INTO "journal" VALUES(59,'2026-11-24T15:24:47.068730Z','operator','next-round',2,'','null','{"lineup":["D","A","E"],"returning":["D","A"]}','3659c91903905bed83e3eb40e12cd1605afc4da1bbab710b74d5ced5d43b8982','94711f98844987fa7d82c9227db6c8068f82f5b27575417fad28216df679164a');
INSERT INTO "journal" VALUES(60,'2026-11-24T15:24:47.074514Z','operator','call',2,'','{"called":null}','{"entry":"E"}','94711f98844987fa7d82c9227db6c8068f82f5b27575417fad28216df679164a','ab7a909737b8441181873f3bab531a7886aed2d8887a2c33027d319ae2642d0e');
INSERT INTO "journal" VALUES(61,'2026-11-24T15:24:47.077012Z','operator','open',2,'','{"phase":"called"}','{"entry":"E"}','ab7a909737b8441181873f3bab531a7886aed2d8887a2c33027d319ae2642d0e','18f9519d1c29510c9e59157fcdbf267d407333f1df531be70400106f6b20744b');
INSERT INTO "journal" VALUES(62,'2026-11-24T15:24:47.079467Z','judge J1','ballot',2,'','null','{"ballot_id":"J1-E-61","entry":"E","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"panel","version":60}','18f9519d1c29510c9e59157fcdbf267d407333f1df531be70400106f6b20744b','a848826fb88ba3dffe35944f9ef33926033bb34a31e5a85524a197d39bc632fa');
CREATE TABLE judge (
	code VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	"group" VARCHAR NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "judge" VALUES('J1',0,'评委替补','代表','g');
INSERT INTO "judge" VALUES('J2',1,'评委2','委员','g');
INSERT INTO "judge" VALUES('J3',2,'评委3','委员','h');
CREATE TABLE mark (
	record INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	contestant VARCHAR NOT NULL, 
	details VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (record), 
	FOREIGN KEY(round) REFERENCES round (number)
);
INSERT INTO "mark" VALUES(4,1,'start-order','','','{"order":["B","D","C","A"],"seed":"七三九一"}','抽签','2026-11-24T15:24:46.918874Z');
INSERT INTO "mark" VALUES(26,1,'recuse','J2','C','{}','同一单位','2026-11-24T15:24:46.984306Z');
INSERT INTO "mark" VALUES(27,1,'judge-left','J3','','{}','离席','2026-11-24T15:24:46.986799Z');
INSERT INTO "mark" VALUES(28,1,'undo','','','{"record":27}','又回来了','2026-11-24T15:24:46.990166Z');
INSERT INTO "mark" VALUES(30,1,'no-show','','D','{}','没来','2026-11-24T15:24:46.994841Z');
INSERT INTO "mark" VALUES(31,1,'add','','E','{}','补报','2026-11-24T15:24:46.997280Z');
INSERT INTO "mark" VALUES(32,1,'add','','F','{}','误加','2026-11-24T15:24:47.001079Z');
INSERT INTO "mark" VALUES(33,1,'undo','','','{"record":32}','误加','2026-11-24T15:24:47.004382Z');
INSERT INTO "mark" VALUES(34,1,'withdraw','','E','{}','退出','2026-11-24T15:24:47.007093Z');
INSERT INTO "mark" VALUES(35,1,'judge-absent','J1','','{}','缺席','2026-11-24T15:24:47.009700Z');
INSERT INTO "mark" VALUES(36,1,'undo','','','{"record":35}','看错','2026-11-24T15:24:47.012411Z');
INSERT INTO "mark" VALUES(37,1,'component','work','','{"values":{"A":"90","B":"90","C":"80"}}','平时','2026-11-24T15:24:47.015661Z');
INSERT INTO "mark" VALUES(38,1,'component','work','','{"values":{"C":"80.5"}}','更正','2026-11-24T15:24:47.018963Z');
INSERT INTO "mark" VALUES(39,1,'adjust','','C','{"points":"1.5"}','加分','2026-11-24T15:24:47.021716Z');
INSERT INTO "mark" VALUES(40,1,'group-void','h','','{}','设备故障','2026-11-24T15:24:47.024346Z');
INSERT INTO "mark" VALUES(46,1,'draw','','','{"order":["B","A"],"seed":"1949"}','并列','2026-11-24T15:24:47.043382Z');
INSERT INTO "mark" VALUES(49,1,'adjust','','A','{"points":"-0.5"}','超时','2026-11-24T15:24:47.049531Z');
INSERT INTO "mark" VALUES(53,1,'adjust','','A','{"points":"-0.5"}','再次超时','2026-11-24T15:24:47.058318Z');
CREATE TABLE offer (
	judge VARCHAR NOT NULL, 
	ballot_id VARCHAR NOT NULL, 
	contestant VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	scores VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	offered_at VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	PRIMARY KEY (judge, ballot_id), 
	FOREIGN KEY(judge) REFERENCES judge (code)
);
INSERT INTO "offer" VALUES('J1','late-1','C',1,1,'{"a":"38","b":"57.5"}','','2026-11-24T15:24:46.978843Z','accepted');
INSERT INTO "offer" VALUES('J2','late-2','E',2,1,'{"a":"38","b":"57.5"}','','2026-11-24T15:24:47.082946Z','open');
CREATE TABLE reveal (
	round INTEGER NOT NULL, 
	contestant VARCHAR NOT NULL, 
	audience VARCHAR NOT NULL, 
	record INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	result VARCHAR NOT NULL, 
	PRIMARY KEY (round, contestant, audience), 
	FOREIGN KEY(round, contestant) REFERENCES entry (round, contestant)
);
INSERT INTO "reveal" VALUES(1,'A','host',42,'2026-11-24T15:24:47.031403Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'A','all',42,'2026-11-24T15:24:47.031403Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','host',44,'2026-11-24T15:24:47.037733Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','all',44,'2026-11-24T15:24:47.037733Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
CREATE TABLE round (
	number INTEGER NOT NULL, 
	called VARCHAR, 
	closed INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(called) REFERENCES contestant (code)
);
INSERT INTO "round" VALUES(1,'A',54);
INSERT INTO "round" VALUES(2,'E',NULL);
CREATE TABLE seat (
	judge VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	join_code VARCHAR NOT NULL, 
	PRIMARY KEY (judge), 
	FOREIGN KEY(judge) REFERENCES judge (code), 
	UNIQUE (token), 
	UNIQUE (join_code)
);
INSERT INTO "seat" VALUES('J1','bxSX2u8o8yf9CKlDl3uUYcMfsLZPiRkA','781944');
INSERT INTO "seat" VALUES('J2','AKa-kabpexqSn6PikTG4wT-4gw4_ha3-','981074');
INSERT INTO "seat" VALUES('J3','2VWgwfmlh452Q25L9PVMb0dEnOXExJhD','717747');
CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('operator_token','DCqG_sicvDHmeOZw3m1UAsZyqDxFRhN-');
INSERT INTO "setting" VALUES('host_token','mYQ_a7CyjOduARGOP58sImS24uns0eO4');
CREATE TABLE signature (
	round INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	record INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (round, role), 
	FOREIGN KEY(round) REFERENCES round (number)
);
INSERT INTO "signature" VALUES(1,'chief-judge','王建国',55,'2026-11-24T15:24:47.062708Z');
INSERT INTO "signature" VALUES(1,'supervisor','李莉',57,'2026-11-24T15:24:47.065771Z');
CREATE INDEX ix_mark_round ON mark (round);
CREATE INDEX ballot_entry ON ballot (round, contestant);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
PRAGMA application_id = 1095910734;
PRAGMA user_version = 2;
