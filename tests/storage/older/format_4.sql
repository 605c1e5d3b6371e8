-- A contest file of format 4, as SQLite dumps it; tests open it with the program of today.
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
INSERT INTO "ballot" VALUES(10,'J1-A-9',1,'A','J1','评委1',7,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:49.000021Z',12,'replaced','2026-11-25T20:43:49.050904Z','');
INSERT INTO "ballot" VALUES(11,'J2-A-10',1,'A','J2','评委2',7,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:49.031156Z',14,'returned','2026-11-25T20:43:49.090154Z','漏看一页');
INSERT INTO "ballot" VALUES(12,'J1-A-11',1,'A','J1','评委1',7,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:49.050904Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(15,'J2-A-14',1,'A','J2','评委2',14,'{"a":"38","b":"57.5"}','panel','2026-11-25T20:43:49.106908Z',18,'replaced','2026-11-25T20:43:49.163015Z','');
INSERT INTO "ballot" VALUES(17,'J3-A-16',1,'A','J3','评委3',16,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:49.147076Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(18,'J2-A-17',1,'A','J2','评委2',16,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:49.163015Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(22,'paper-efc9b1e1-24bf-4cc2-98cb-2dfc83cd1899',1,'B','J1','评委替补',0,'{"a":"30","b":"40"}','paper','2026-11-25T20:43:49.246539Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(23,'paper-ea976261-e8ee-4734-8c54-cf66c229ca48',1,'B','J2','评委2',0,'{"a":"30","b":"40"}','paper','2026-11-25T20:43:49.249075Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(24,'paper-8f470c70-3b9a-494e-af22-674800c3687e',1,'B','J3','评委3',0,'{"a":"38","b":"57.5"}','paper','2026-11-25T20:43:49.266242Z',25,'replaced','2026-11-25T20:43:49.282333Z','看错');
INSERT INTO "ballot" VALUES(25,'paper-ce50eea0-a142-4ad6-9654-f4d950dfe601',1,'B','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-25T20:43:49.282333Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(26,'late-1',1,'C','J1','评委替补',0,'{"a":"38","b":"57.5"}','offer','2026-11-25T20:43:49.312444Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(30,'paper-4a9d9ac7-f899-446e-93a1-7164d008edff',1,'C','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-25T20:43:49.416025Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(64,'J1-E-63',2,'E','J1','评委替补',62,'{"a":"30","b":"40"}','panel','2026-11-25T20:43:50.300783Z',NULL,NULL,NULL,NULL);
CREATE TABLE contest (
	id INTEGER NOT NULL, 
	"plan" VARCHAR NOT NULL, 
	rehearsal BOOLEAN NOT NULL, 
	screen VARCHAR NOT NULL, 
	clock VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "contest" VALUES(1,'{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"70"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"30"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}',0,'lineup','{"extra":0,"since":null,"used":0.0}');
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
INSERT INTO "entry" VALUES(1,'A',0,'closed',16,19,19,0);
INSERT INTO "entry" VALUES(1,'B',1,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'C',2,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'D',3,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(1,'E',4,'waiting',0,0,0,33);
INSERT INTO "entry" VALUES(1,'F',5,'waiting',0,0,0,34);
INSERT INTO "entry" VALUES(2,'D',0,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(2,'A',1,'waiting',0,0,0,0);
INSERT INTO "entry" VALUES(2,'E',2,'open',62,63,0,0);
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
INSERT INTO "journal" VALUES(1,'2026-11-25T20:43:48.610218Z','operator','created',NULL,'','null','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"},{"category":"k","code":"B","lead":"牵头B","members":[],"name":"单位B"},{"category":"k","code":"C","lead":"牵头C","members":[],"name":"单位C"},{"category":"k","code":"D","lead":"牵头D","members":[],"name":"单位D"}],"judges":[{"code":"J1","group":"g","name":"评委1","title":"委员"},{"code":"J2","group":"g","name":"评委2","title":"委员"},{"code":"J3","group":"h","name":"评委3","title":"委员"}],"lineup":["A","B","C","D"],"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}},"rehearsal":false}','0000000000000000000000000000000000000000000000000000000000000000','405733a86b776ab042f55e7f077f05adff39682407818774fcedcfcb1b470355');
INSERT INTO "journal" VALUES(2,'2026-11-25T20:43:48.806202Z','operator','roster',NULL,'','{"contestants":[]}','{"contestants":[{"category":"k","code":"E","lead":"","members":["甲局","乙局"],"name":"单位戊"},{"category":"k","code":"F","lead":"","members":[],"name":"单位己"}]}','405733a86b776ab042f55e7f077f05adff39682407818774fcedcfcb1b470355','693a5c2b555968d99080096b63806da8e056dc23adf150b280e0662cd19f76e4');
INSERT INTO "journal" VALUES(3,'2026-11-25T20:43:48.852806Z','operator','roster',NULL,'','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"}]}','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位甲"}]}','693a5c2b555968d99080096b63806da8e056dc23adf150b280e0662cd19f76e4','8ad0bdf3240297a850eecb2c24186097238dac4347cdbaa70d1317f581640895');
INSERT INTO "journal" VALUES(4,'2026-11-25T20:43:48.878784Z','operator','plan',NULL,'','{"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}}','{"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}}','8ad0bdf3240297a850eecb2c24186097238dac4347cdbaa70d1317f581640895','0ef9df50f37ad86ca2035cb84eea3a57d2758eb58689e7af380ad4538bc0dfab');
INSERT INTO "journal" VALUES(5,'2026-11-25T20:43:48.907006Z','operator','start-order',1,'抽签','{"order":["A","B","C","D"]}','{"contestant":"","details":{"order":["B","D","C","A"],"seed":"七三九一"},"subject":""}','0ef9df50f37ad86ca2035cb84eea3a57d2758eb58689e7af380ad4538bc0dfab','5a809a57d6e693037061c9bcb5163396490aa162208eee7232054d61d4861ec7');
INSERT INTO "journal" VALUES(6,'2026-11-25T20:43:48.930001Z','operator','show',NULL,'','{"screen":"auto"}','{"screen":"lineup"}','5a809a57d6e693037061c9bcb5163396490aa162208eee7232054d61d4861ec7','af59880ec42e18298115c2f793e3f85079f9329aec815899f00006b6bd4ce36c');
INSERT INTO "journal" VALUES(7,'2026-11-25T20:43:48.938060Z','operator','call',1,'','{"called":null}','{"entry":"A"}','af59880ec42e18298115c2f793e3f85079f9329aec815899f00006b6bd4ce36c','cea38f39bc15a265c26338023f69c121798e4b9fef0248087d77e9740d4b64dc');
INSERT INTO "journal" VALUES(8,'2026-11-25T20:43:48.974141Z','operator','clock',NULL,'','{"clock":{"extra":0,"since":null,"used":0.0}}','{"clock":{"extra":0,"since":"2023-04-20T09:00:00Z","used":0.0}}','cea38f39bc15a265c26338023f69c121798e4b9fef0248087d77e9740d4b64dc','7717ac23cb6bf7bf379a0806be8a4eb3efaa78f5393234bc0144c08c1dbac55b');
INSERT INTO "journal" VALUES(9,'2026-11-25T20:43:48.980656Z','operator','open',1,'','{"phase":"called"}','{"entry":"A"}','7717ac23cb6bf7bf379a0806be8a4eb3efaa78f5393234bc0144c08c1dbac55b','6eb55fd8b351107e44d6d35af7dc092cbcf2824ea3f40396e420ce41d87fc338');
INSERT INTO "journal" VALUES(10,'2026-11-25T20:43:49.000021Z','judge J1','ballot',1,'','null','{"ballot_id":"J1-A-9","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":7}','6eb55fd8b351107e44d6d35af7dc092cbcf2824ea3f40396e420ce41d87fc338','9f6f4f9bc1f2e98a18275a4a6abbd1f6829b60a0c6e0024ab7cf6f8f93c131ef');
INSERT INTO "journal" VALUES(11,'2026-11-25T20:43:49.031156Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-10","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":7}','9f6f4f9bc1f2e98a18275a4a6abbd1f6829b60a0c6e0024ab7cf6f8f93c131ef','5e3fa22c697e68dc0e33fcec258fbaa7a0956a1720a840e7b0dd7dba9029ce81');
INSERT INTO "journal" VALUES(12,'2026-11-25T20:43:49.050904Z','judge J1','ballot',1,'','{"ballot_id":"J1-A-9","record":10,"scores":{"a":"30","b":"40"}}','{"ballot_id":"J1-A-11","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":7}','5e3fa22c697e68dc0e33fcec258fbaa7a0956a1720a840e7b0dd7dba9029ce81','8e1e7e77a66cb2a29601a774589c596c99dec932daf78dcf190790839806ebea');
INSERT INTO "journal" VALUES(13,'2026-11-25T20:43:49.070430Z','operator','close',1,'','null','{"entry":"A","missing":["J3"]}','8e1e7e77a66cb2a29601a774589c596c99dec932daf78dcf190790839806ebea','c8bba86449d05ba23d1c864a32957f9b8a2a4f7fd9361341dba4b92ee65defe8');
INSERT INTO "journal" VALUES(14,'2026-11-25T20:43:49.090154Z','operator','return-ballot',1,'漏看一页','{"ballot_id":"J2-A-10","record":11,"scores":{"a":"30","b":"40"}}','{"entry":"A","judge":"J2"}','c8bba86449d05ba23d1c864a32957f9b8a2a4f7fd9361341dba4b92ee65defe8','687b3344f8cbb3285d77d1ad8b5aae9c91df0f354c5b24c70590537dea70862b');
INSERT INTO "journal" VALUES(15,'2026-11-25T20:43:49.106908Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-14","entry":"A","judge":"J2","person":"评委2","scores":{"a":"38","b":"57.5"},"source":"panel","version":14}','687b3344f8cbb3285d77d1ad8b5aae9c91df0f354c5b24c70590537dea70862b','2e75d1c8f93c6995cf6569c9ca170d979a9d06d426eebf7e5a4e6fec794cd3a5');
INSERT INTO "journal" VALUES(16,'2026-11-25T20:43:49.126121Z','operator','open',1,'','{"phase":"closed"}','{"entry":"A"}','2e75d1c8f93c6995cf6569c9ca170d979a9d06d426eebf7e5a4e6fec794cd3a5','08c2600ad55c3d6182b72fb1bfcd0da38340b63447d0f575a88712545680a7c9');
INSERT INTO "journal" VALUES(17,'2026-11-25T20:43:49.147076Z','judge J3','ballot',1,'','null','{"ballot_id":"J3-A-16","entry":"A","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"panel","version":16}','08c2600ad55c3d6182b72fb1bfcd0da38340b63447d0f575a88712545680a7c9','3f3afaf176b1e9642141df987af9aa713053cf9289ff57214d853ec341f949b9');
INSERT INTO "journal" VALUES(18,'2026-11-25T20:43:49.163015Z','judge J2','ballot',1,'','{"ballot_id":"J2-A-14","record":15,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"J2-A-17","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":16}','3f3afaf176b1e9642141df987af9aa713053cf9289ff57214d853ec341f949b9','1ec3c26870506da956dfc75b4e6f3a6fcd57804f801ae0507747f18f3886a18e');
INSERT INTO "journal" VALUES(19,'2026-11-25T20:43:49.178193Z','operator','close',1,'','null','{"entry":"A","missing":[]}','1ec3c26870506da956dfc75b4e6f3a6fcd57804f801ae0507747f18f3886a18e','a8b565c3ae02018c263a1ff9ea7a41ebc2577915eccadee84379dbf0457f8586');
INSERT INTO "journal" VALUES(20,'2026-11-25T20:43:49.191101Z','operator','substitute',NULL,'临时有事','{"name":"评委1","title":"委员"}','{"judge":"J1","name":"评委替补","title":"代表"}','a8b565c3ae02018c263a1ff9ea7a41ebc2577915eccadee84379dbf0457f8586','a52bec950eacb7505abdb73f659e1f197e0d4e6637a2163de2b0e23f0f39943c');
INSERT INTO "journal" VALUES(21,'2026-11-25T20:43:49.227098Z','operator','reissue',NULL,'换了手机','null','{"judge":"J2"}','a52bec950eacb7505abdb73f659e1f197e0d4e6637a2163de2b0e23f0f39943c','92cc0a0e1a9d5f8c6300fe1ab303305153db4f0527eeaa4538f3b7a7e8e4e759');
INSERT INTO "journal" VALUES(22,'2026-11-25T20:43:49.246539Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-efc9b1e1-24bf-4cc2-98cb-2dfc83cd1899","entry":"B","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"paper","version":0}','92cc0a0e1a9d5f8c6300fe1ab303305153db4f0527eeaa4538f3b7a7e8e4e759','d119776e2e85b54cd6df54a023609022812462ffa81b4c2a5e5a3a552bf1baa2');
INSERT INTO "journal" VALUES(23,'2026-11-25T20:43:49.249075Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-ea976261-e8ee-4734-8c54-cf66c229ca48","entry":"B","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"paper","version":0}','d119776e2e85b54cd6df54a023609022812462ffa81b4c2a5e5a3a552bf1baa2','2c092c394337cf30c602ebf3f0bd0940beadf46ea06aa5b1b1b04d15f5c9661e');
INSERT INTO "journal" VALUES(24,'2026-11-25T20:43:49.266242Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-8f470c70-3b9a-494e-af22-674800c3687e","entry":"B","judge":"J3","person":"评委3","scores":{"a":"38","b":"57.5"},"source":"paper","version":0}','2c092c394337cf30c602ebf3f0bd0940beadf46ea06aa5b1b1b04d15f5c9661e','9728c605f618f2a36c7183a4fef7ff7ea4e76a789b4e937a42aa8ea10e7fa69c');
INSERT INTO "journal" VALUES(25,'2026-11-25T20:43:49.282333Z','operator','ballot',1,'看错','{"ballot_id":"paper-8f470c70-3b9a-494e-af22-674800c3687e","record":24,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"paper-ce50eea0-a142-4ad6-9654-f4d950dfe601","entry":"B","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','9728c605f618f2a36c7183a4fef7ff7ea4e76a789b4e937a42aa8ea10e7fa69c','cd66e9365031a5c242620be4b7feafb586674811e3be7215521b8bc4c6bfb646');
INSERT INTO "journal" VALUES(26,'2026-11-25T20:43:49.312444Z','operator','ballot',1,'迟到','null','{"ballot_id":"late-1","entry":"C","judge":"J1","person":"评委替补","scores":{"a":"38","b":"57.5"},"source":"offer","version":0}','cd66e9365031a5c242620be4b7feafb586674811e3be7215521b8bc4c6bfb646','551ac04089d8a3f1bac6d1cb1308d3bc55e8ec1176f75b4f1d5811e69d22ab9c');
INSERT INTO "journal" VALUES(27,'2026-11-25T20:43:49.350844Z','operator','recuse',1,'同一单位','null','{"contestant":"C","details":{},"subject":"J2"}','551ac04089d8a3f1bac6d1cb1308d3bc55e8ec1176f75b4f1d5811e69d22ab9c','47d7aa8d5b4cc6e1d15ca155b68432f6bcf902ed22aa734af940d0d0930aad90');
INSERT INTO "journal" VALUES(28,'2026-11-25T20:43:49.370818Z','operator','judge-left',1,'离席','null','{"contestant":"","details":{},"subject":"J3"}','47d7aa8d5b4cc6e1d15ca155b68432f6bcf902ed22aa734af940d0d0930aad90','cc932bbffdb5b617cea1cb16649e65e73f3f5c4a43953455a9a1fc4c14303dc2');
INSERT INTO "journal" VALUES(29,'2026-11-25T20:43:49.391819Z','operator','undo',1,'又回来了','{"record":28}','{"contestant":"","details":{"record":28},"subject":""}','cc932bbffdb5b617cea1cb16649e65e73f3f5c4a43953455a9a1fc4c14303dc2','b6132909860ceb9c1af1b7b29310f5461de2bd4a348df6e459ac8bef27c77a89');
INSERT INTO "journal" VALUES(30,'2026-11-25T20:43:49.416025Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-4a9d9ac7-f899-446e-93a1-7164d008edff","entry":"C","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','b6132909860ceb9c1af1b7b29310f5461de2bd4a348df6e459ac8bef27c77a89','fb12b0beaf8e6dcab06f2c52eba3ad6a7bdb89b8f6f7056628b44d4ca8b2a709');
INSERT INTO "journal" VALUES(31,'2026-11-25T20:43:49.438514Z','operator','plan',NULL,'方案有误','{"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}}','{"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"70"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"30"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}}','fb12b0beaf8e6dcab06f2c52eba3ad6a7bdb89b8f6f7056628b44d4ca8b2a709','d937f7453ee4e517ea46bdfbdf67e705649dd139671ca17d16811204dea82187');
INSERT INTO "journal" VALUES(32,'2026-11-25T20:43:49.475064Z','operator','no-show',1,'没来','null','{"contestant":"D","details":{},"subject":""}','d937f7453ee4e517ea46bdfbdf67e705649dd139671ca17d16811204dea82187','6c8320227148a10c8fedad312d789768b8627a974cf586e8f3e5d7a0ff0c8c8f');
INSERT INTO "journal" VALUES(33,'2026-11-25T20:43:49.487287Z','operator','add',1,'补报','null','{"contestant":"E","details":{},"subject":""}','6c8320227148a10c8fedad312d789768b8627a974cf586e8f3e5d7a0ff0c8c8f','b6e1afdce747a50f0ad7bb34efa14d2875f4a6babf8b7687632404c6f634bbeb');
INSERT INTO "journal" VALUES(34,'2026-11-25T20:43:49.499987Z','operator','add',1,'误加','null','{"contestant":"F","details":{},"subject":""}','b6e1afdce747a50f0ad7bb34efa14d2875f4a6babf8b7687632404c6f634bbeb','4e20b41a8d19936892642d3e3277e490a8f3ac49b6c339547cb3dd48aa870147');
INSERT INTO "journal" VALUES(35,'2026-11-25T20:43:49.525136Z','operator','undo',1,'误加','{"record":34}','{"contestant":"","details":{"record":34},"subject":""}','4e20b41a8d19936892642d3e3277e490a8f3ac49b6c339547cb3dd48aa870147','375b69a7f5fd08f5204081a2b4fa4d213e151cca56d985f08ae8a28ec7534090');
INSERT INTO "journal" VALUES(36,'2026-11-25T20:43:49.551274Z','operator','withdraw',1,'退出','null','{"contestant":"E","details":{},"subject":""}','375b69a7f5fd08f5204081a2b4fa4d213e151cca56d985f08ae8a28ec7534090','e393451cb9d0a5fb843559a7cfb94a06a615a8d239c260de1fa31fdc57f24464');
INSERT INTO "journal" VALUES(37,'2026-11-25T20:43:49.575300Z','operator','judge-absent',1,'缺席','null','{"contestant":"","details":{},"subject":"J1"}','e393451cb9d0a5fb843559a7cfb94a06a615a8d239c260de1fa31fdc57f24464','b71a2d7d5b556aff068975285cdb373d4e07b13a38157d3516a3d4b3a3780b95');
INSERT INTO "journal" VALUES(38,'2026-11-25T20:43:49.595547Z','operator','undo',1,'看错','{"record":37}','{"contestant":"","details":{"record":37},"subject":""}','b71a2d7d5b556aff068975285cdb373d4e07b13a38157d3516a3d4b3a3780b95','efca225d68aed8c3dcbece8cb6538110229d34572ecde72fa1eba2a77d4d1e4d');
INSERT INTO "journal" VALUES(39,'2026-11-25T20:43:49.631639Z','operator','component',1,'平时','{"values":{"A":null,"B":null,"C":null}}','{"contestant":"","details":{"values":{"A":"90","B":"90","C":"80"}},"subject":"work"}','efca225d68aed8c3dcbece8cb6538110229d34572ecde72fa1eba2a77d4d1e4d','dc226b78d32857b50aecdba791e37dd1010d765324d6c66267c86612e39225a6');
INSERT INTO "journal" VALUES(40,'2026-11-25T20:43:49.671903Z','operator','component',1,'更正','{"values":{"C":"80"}}','{"contestant":"","details":{"values":{"C":"80.5"}},"subject":"work"}','dc226b78d32857b50aecdba791e37dd1010d765324d6c66267c86612e39225a6','0cb25c6fe2462e3a63842fd953ef39fcc5c3fc2d219bede3f65b8984096b4172');
INSERT INTO "journal" VALUES(41,'2026-11-25T20:43:49.700766Z','operator','adjust',1,'加分','null','{"contestant":"C","details":{"points":"1.5"},"subject":""}','0cb25c6fe2462e3a63842fd953ef39fcc5c3fc2d219bede3f65b8984096b4172','5f53d7d3823552d122d6bf3806c34448f37a1c09b67d2b1ee7a714573a67f29d');
INSERT INTO "journal" VALUES(42,'2026-11-25T20:43:49.731455Z','operator','group-void',1,'设备故障','null','{"contestant":"","details":{},"subject":"h"}','5f53d7d3823552d122d6bf3806c34448f37a1c09b67d2b1ee7a714573a67f29d','89f1821528bf63058873ee195dbcd3275cf8be6017ba9830d3b8992c23bbc018');
INSERT INTO "journal" VALUES(43,'2026-11-25T20:43:49.767362Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"host"}','89f1821528bf63058873ee195dbcd3275cf8be6017ba9830d3b8992c23bbc018','f9332b953dd9fbf4aee0fb1d1479d01b5ec0fc16711baf43a6e5cc539ef1bbe0');
INSERT INTO "journal" VALUES(44,'2026-11-25T20:43:49.810773Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','f9332b953dd9fbf4aee0fb1d1479d01b5ec0fc16711baf43a6e5cc539ef1bbe0','98987d28ff04054bebcbd24c152b0827a528d32ddf2f33be51beb70c5c4caecb');
INSERT INTO "journal" VALUES(45,'2026-11-25T20:43:49.854670Z','operator','reveal',1,'','{"result":null}','{"entry":"B","result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','98987d28ff04054bebcbd24c152b0827a528d32ddf2f33be51beb70c5c4caecb','94816488347e969f42c28dda284cb861e118df40543fbad681ab0a766d57c4bf');
INSERT INTO "journal" VALUES(46,'2026-11-25T20:43:49.886609Z','operator','reveal',1,'','{"result":null}','{"entry":"D","result":{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}},"to":"all"}','94816488347e969f42c28dda284cb861e118df40543fbad681ab0a766d57c4bf','2db94e015fd42513cc46cc025dc74d9e80205ab690c28eedd5ffb9da0ce5bea9');
INSERT INTO "journal" VALUES(47,'2026-11-25T20:43:49.916785Z','operator','unreveal',1,'报错了','{"result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}}','{"entry":"B"}','2db94e015fd42513cc46cc025dc74d9e80205ab690c28eedd5ffb9da0ce5bea9','ccd77cffe2581c56aa9a81d8ca74defb1e3ec323d46aa07e9950435f74db93e2');
INSERT INTO "journal" VALUES(48,'2026-11-25T20:43:49.935715Z','operator','draw',1,'并列','null','{"contestant":"","details":{"order":["B","A"],"seed":"1949"},"subject":""}','ccd77cffe2581c56aa9a81d8ca74defb1e3ec323d46aa07e9950435f74db93e2','60e09ca8f0cdb3e196fa7867653dac054a76b16a3f8378e40a52466ec0114a9d');
INSERT INTO "journal" VALUES(49,'2026-11-25T20:43:49.970738Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"74","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"74.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"擂台赛","revision":48,"round":1,"status":"final"}}','60e09ca8f0cdb3e196fa7867653dac054a76b16a3f8378e40a52466ec0114a9d','249de43e7ba50b8aca44862e0e4ab60b4aa82b551233e0d59d05806d708687b5');
INSERT INTO "journal" VALUES(50,'2026-11-25T20:43:49.987414Z','operator','reopen-round',1,'超时','{"closed":49}','{}','249de43e7ba50b8aca44862e0e4ab60b4aa82b551233e0d59d05806d708687b5','41f01d3766b867a7efeb2ca12fe74f65457dc937089f01c9e758d20831750c31');
INSERT INTO "journal" VALUES(51,'2026-11-25T20:43:49.989139Z','operator','adjust',1,'超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','41f01d3766b867a7efeb2ca12fe74f65457dc937089f01c9e758d20831750c31','d8d7d584a4cc9d9f55c3f05d4a3101108ca38ce24626b0145ed535a5d38aca1c');
INSERT INTO "journal" VALUES(52,'2026-11-25T20:43:50.030710Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1/2","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"147/2","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.50","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"擂台赛","revision":51,"round":1,"status":"final"}}','d8d7d584a4cc9d9f55c3f05d4a3101108ca38ce24626b0145ed535a5d38aca1c','34d56f933476825edb79ae78502967483af880c4a48d14ae0719805620d457a1');
INSERT INTO "journal" VALUES(53,'2026-11-25T20:43:50.042172Z','operator','sign-off',1,'','null','{"name":"周敏","role":"teller"}','34d56f933476825edb79ae78502967483af880c4a48d14ae0719805620d457a1','f5f93ba05c0cb4668184cd80f0c410a159db666872865bb4cf994f23d6bdd230');
INSERT INTO "journal" VALUES(54,'2026-11-25T20:43:50.083567Z','operator','reopen-round',1,'再次超时','{"closed":52}','{}','f5f93ba05c0cb4668184cd80f0c410a159db666872865bb4cf994f23d6bdd230','b9383ff2c2f2f661ab2ff61cf93bff0c68e54167fd2b00385691b02d406646a6');
INSERT INTO "journal" VALUES(55,'2026-11-25T20:43:50.086308Z','operator','adjust',1,'再次超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','b9383ff2c2f2f661ab2ff61cf93bff0c68e54167fd2b00385691b02d406646a6','95e9efd5978a37e631b20b2204bc6cc1fb6aaca469fbaa3d9fc60cade48c8809');
INSERT INTO "journal" VALUES(56,'2026-11-25T20:43:50.117621Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"73","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"擂台赛","revision":55,"round":1,"status":"final"}}','95e9efd5978a37e631b20b2204bc6cc1fb6aaca469fbaa3d9fc60cade48c8809','1a747d9147f3fd85e6e7016aed141c400f45c7f92438c84da0792a7dee284cbb');
INSERT INTO "journal" VALUES(57,'2026-11-25T20:43:50.138151Z','operator','sign-off',1,'','null','{"name":"王建国","role":"chief-judge"}','1a747d9147f3fd85e6e7016aed141c400f45c7f92438c84da0792a7dee284cbb','4678c2fa5459985f642b50a88ddb54134d067a59fb9229b9f818e9046ed1fb75');
INSERT INTO "journal" VALUES(58,'2026-11-25T20:43:50.162197Z','operator','sign-off',1,'','null','{"name":"李丽","role":"supervisor"}','4678c2fa5459985f642b50a88ddb54134d067a59fb9229b9f818e9046ed1fb75','b4f52317c5ed27c84074465f66072a7f34eccb8ffc9e3349874bec8b535bff85');
INSERT INTO "journal" VALUES(59,'2026-11-25T20:43:50.170101Z','operator','sign-off',1,'','{"name":"李丽"}','{"name":"李莉","role":"supervisor"}','b4f52317c5ed27c84074465f66072a7f34eccb8ffc9e3349874bec8b535bff85','0a887bf57a84866e3a30c602a8d1131557a67a273c0d9497641f8beacd7df74a');
INSERT INTO "journal" VALUES(60,'2026-11-25T20:43:50.198179Z','operator','restored',NULL,'','null','{"copy":"备份.arena","revision":59}','0a887bf57a84866e3a30c602a8d1131557a67a273c0d9497641f8beacd7df74a','71d293f88b8242217b4f378f7b9c6be0d036b94bedf9bb1b6be369d3964062a6');
INSERT INTO "journal" VALUES(61,'2026-11-25T20:43:50.210324Z','operator','next-round',2,'','null','{"lineup":["D","A","E"],"returning":["D","A"]}','71d293f88b8242217b4f378f7b9c6be0d036b94bedf9bb1b6be369d3964062a6','84f80978d39c7c6c1e64df600359d776e5945b772e4a6abd09ff7f2664339174');
INSERT INTO "journal" VALUES(62,'2026-11-25T20:43:50.250253Z','operator','call',2,'','{"called":null}','{"entry":"E"}','84f80978d39c7c6c1e64df600359d776e5945b772e4a6abd09ff7f2664339174','7d6b24720357c097a744c5d929ba5b33dfb191b181b0bb2a5037f64eaaa68c2f');
INSERT INTO "journal" VALUES(63,'2026-11-25T20:43:50.268735Z','operator','open',2,'','{"phase":"called"}','{"entry":"E"}','7d6b24720357c097a744c5d929ba5b33dfb191b181b0bb2a5037f64eaaa68c2f','cb14bb17e2dfad843b4b3d168e8cd074c208de1d940a6c05e02fa64e08740909');
INSERT INTO "journal" VALUES(64,'2026-11-25T20:43:50.300783Z','judge J1','ballot',2,'','null','{"ballot_id":"J1-E-63","entry":"E","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"panel","version":62}','cb14bb17e2dfad843b4b3d168e8cd074c208de1d940a6c05e02fa64e08740909','d5ffcd43f319d6762a73913ace2ac81feccfd7bc484253962c7ace41b45f1d34');
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
INSERT INTO "mark" VALUES(5,1,'start-order','','','{"order":["B","D","C","A"],"seed":"七三九一"}','抽签','2026-11-25T20:43:48.907006Z');
INSERT INTO "mark" VALUES(27,1,'recuse','J2','C','{}','同一单位','2026-11-25T20:43:49.350844Z');
INSERT INTO "mark" VALUES(28,1,'judge-left','J3','','{}','离席','2026-11-25T20:43:49.370818Z');
INSERT INTO "mark" VALUES(29,1,'undo','','','{"record":28}','又回来了','2026-11-25T20:43:49.391819Z');
INSERT INTO "mark" VALUES(32,1,'no-show','','D','{}','没来','2026-11-25T20:43:49.475064Z');
INSERT INTO "mark" VALUES(33,1,'add','','E','{}','补报','2026-11-25T20:43:49.487287Z');
INSERT INTO "mark" VALUES(34,1,'add','','F','{}','误加','2026-11-25T20:43:49.499987Z');
INSERT INTO "mark" VALUES(35,1,'undo','','','{"record":34}','误加','2026-11-25T20:43:49.525136Z');
INSERT INTO "mark" VALUES(36,1,'withdraw','','E','{}','退出','2026-11-25T20:43:49.551274Z');
INSERT INTO "mark" VALUES(37,1,'judge-absent','J1','','{}','缺席','2026-11-25T20:43:49.575300Z');
INSERT INTO "mark" VALUES(38,1,'undo','','','{"record":37}','看错','2026-11-25T20:43:49.595547Z');
INSERT INTO "mark" VALUES(39,1,'component','work','','{"values":{"A":"90","B":"90","C":"80"}}','平时','2026-11-25T20:43:49.631639Z');
INSERT INTO "mark" VALUES(40,1,'component','work','','{"values":{"C":"80.5"}}','更正','2026-11-25T20:43:49.671903Z');
INSERT INTO "mark" VALUES(41,1,'adjust','','C','{"points":"1.5"}','加分','2026-11-25T20:43:49.700766Z');
INSERT INTO "mark" VALUES(42,1,'group-void','h','','{}','设备故障','2026-11-25T20:43:49.731455Z');
INSERT INTO "mark" VALUES(48,1,'draw','','','{"order":["B","A"],"seed":"1949"}','并列','2026-11-25T20:43:49.935715Z');
INSERT INTO "mark" VALUES(51,1,'adjust','','A','{"points":"-0.5"}','超时','2026-11-25T20:43:49.989139Z');
INSERT INTO "mark" VALUES(55,1,'adjust','','A','{"points":"-0.5"}','再次超时','2026-11-25T20:43:50.086308Z');
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
	person VARCHAR, 
	PRIMARY KEY (judge, ballot_id), 
	FOREIGN KEY(judge) REFERENCES judge (code)
);
INSERT INTO "offer" VALUES('J1','late-1','C',1,1,'{"a":"38","b":"57.5"}','','2026-11-25T20:43:49.290324Z','accepted','评委替补');
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
INSERT INTO "reveal" VALUES(1,'A','host',44,'2026-11-25T20:43:49.810773Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'A','all',44,'2026-11-25T20:43:49.810773Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','host',46,'2026-11-25T20:43:49.886609Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','all',46,'2026-11-25T20:43:49.886609Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
CREATE TABLE round (
	number INTEGER NOT NULL, 
	called VARCHAR, 
	closed INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(called) REFERENCES contestant (code)
);
INSERT INTO "round" VALUES(1,'A',56);
INSERT INTO "round" VALUES(2,'E',NULL);
CREATE TABLE rule_change (
	record INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	"after" VARCHAR NOT NULL, 
	PRIMARY KEY (record), 
	FOREIGN KEY(round) REFERENCES round (number)
);
INSERT INTO "rule_change" VALUES(31,1,'2026-11-25T20:43:49.438514Z','方案有误','{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}','{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"70"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"30"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}}');
CREATE TABLE seat (
	judge VARCHAR NOT NULL, 
	token VARCHAR NOT NULL, 
	join_code VARCHAR NOT NULL, 
	PRIMARY KEY (judge), 
	FOREIGN KEY(judge) REFERENCES judge (code), 
	UNIQUE (token), 
	UNIQUE (join_code)
);
INSERT INTO "seat" VALUES('J1','uRsGMQLlur2sqZ8z2jXXtxwNkGW71R43','082540');
INSERT INTO "seat" VALUES('J2','w7zbEkTxWsuIVqHrYfbFh6FPxO5McYh1','394550');
INSERT INTO "seat" VALUES('J3','6XWaPjrjs4HOzuNG1jm7LxJ7T8_vb2XE','954380');
CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('operator_token','CsNPJr182AIRqVGmLDHIGE1YU1CzTWD-');
INSERT INTO "setting" VALUES('host_token','QxL8jB5vEYfAreO15kf9xnSm7zQu7BMi');
CREATE TABLE signature (
	round INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	record INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (round, role), 
	FOREIGN KEY(round) REFERENCES round (number)
);
INSERT INTO "signature" VALUES(1,'chief-judge','王建国',57,'2026-11-25T20:43:50.138151Z');
INSERT INTO "signature" VALUES(1,'supervisor','李莉',59,'2026-11-25T20:43:50.170101Z');
CREATE INDEX ix_mark_round ON mark (round);
CREATE INDEX ballot_entry ON ballot (round, contestant);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
PRAGMA application_id = 1095910734;
PRAGMA user_version = 4;
