-- A contest file of format 1 (Arena Desk 0.1.0), as SQLite dumps it; tests open it with the program of today.
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
INSERT INTO "ballot" VALUES(9,'J1-A-8',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.317579Z',11,'replaced','2026-11-24T14:22:55.323512Z','');
INSERT INTO "ballot" VALUES(10,'J2-A-9',1,'A','J2','评委2',6,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.321396Z',13,'returned','2026-11-24T14:22:55.328777Z','漏看一页');
INSERT INTO "ballot" VALUES(11,'J1-A-10',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.323512Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(14,'J2-A-13',1,'A','J2','评委2',13,'{"a":"38","b":"57.5"}','panel','2026-11-24T14:22:55.331210Z',17,'replaced','2026-11-24T14:22:55.337509Z','');
INSERT INTO "ballot" VALUES(16,'J3-A-15',1,'A','J3','评委3',15,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.335297Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(17,'J2-A-16',1,'A','J2','评委2',15,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.337509Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(21,'paper-e088e938-6c3f-40b6-9df6-f31eb154bd15',1,'B','J1','评委替补',0,'{"a":"30","b":"40"}','paper','2026-11-24T14:22:55.348973Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(22,'paper-2738b664-fdad-4a0e-90df-885c2ede8ec6',1,'B','J2','评委2',0,'{"a":"30","b":"40"}','paper','2026-11-24T14:22:55.350485Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(23,'paper-8046c5f0-f7e7-4f20-bef4-1de30b8c3d42',1,'B','J3','评委3',0,'{"a":"38","b":"57.5"}','paper','2026-11-24T14:22:55.352325Z',24,'replaced','2026-11-24T14:22:55.354413Z','看错');
INSERT INTO "ballot" VALUES(24,'paper-f521db96-3b27-45a4-bfda-6a8048589f23',1,'B','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-24T14:22:55.354413Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(25,'late-1',1,'C','J1','评委替补',0,'{"a":"38","b":"57.5"}','offer','2026-11-24T14:22:55.359273Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(29,'paper-d14a4553-5d98-43ea-8261-d07fa2b55059',1,'C','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-24T14:22:55.370131Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(54,'J1-E-53',2,'E','J1','评委替补',52,'{"a":"30","b":"40"}','panel','2026-11-24T14:22:55.436651Z',NULL,NULL,NULL,NULL);
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
INSERT INTO "contestant" VALUES('A',0,'单位甲','k','','[]');
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
INSERT INTO "entry" VALUES(2,'E',2,'open',52,53,0,0);
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
INSERT INTO "journal" VALUES(1,'2026-11-24T14:22:55.265054Z','operator','created',NULL,'','null','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"},{"category":"k","code":"B","lead":"牵头B","members":[],"name":"单位B"},{"category":"k","code":"C","lead":"牵头C","members":[],"name":"单位C"},{"category":"k","code":"D","lead":"牵头D","members":[],"name":"单位D"}],"judges":[{"code":"J1","group":"g","name":"评委1","title":"委员"},{"code":"J2","group":"g","name":"评委2","title":"委员"},{"code":"J3","group":"h","name":"评委3","title":"委员"}],"lineup":["A","B","C","D"],"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}},"rehearsal":false}','0000000000000000000000000000000000000000000000000000000000000000','7d941e2269fdc04e47940922c8e950b138ec744302f755abda7afd647a84e43d');
INSERT INTO "journal" VALUES(2,'2026-11-24T14:22:55.294623Z','operator','roster',NULL,'','{"contestants":[]}','{"contestants":[{"category":"k","code":"E","lead":"","members":["甲局","乙局"],"name":"单位戊"},{"category":"k","code":"F","lead":"","members":[],"name":"单位己"}]}','7d941e2269fdc04e47940922c8e950b138ec744302f755abda7afd647a84e43d','9822913c677e5e8e6183c1d0503ee718b6450e0072f27b9f21d2ec177c68619e');
INSERT INTO "journal" VALUES(3,'2026-11-24T14:22:55.299600Z','operator','roster',NULL,'','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"}]}','{"contestants":[{"category":"k","code":"A","lead":"","members":[],"name":"单位甲"}]}','9822913c677e5e8e6183c1d0503ee718b6450e0072f27b9f21d2ec177c68619e','752e0b58bc8b75879ff3b75207c6b5808d982f1dc9320c5cf6d8492d2f69eb8a');
INSERT INTO "journal" VALUES(4,'2026-11-24T14:22:55.303232Z','operator','start-order',1,'抽签','{"order":["A","B","C","D"]}','{"contestant":"","details":{"order":["B","D","C","A"],"seed":"七三九一"},"subject":""}','752e0b58bc8b75879ff3b75207c6b5808d982f1dc9320c5cf6d8492d2f69eb8a','ea89b4d3e372fed01cd744ea996ae585c737ce0eceed3b2806cb129da3ae8b5c');
INSERT INTO "journal" VALUES(5,'2026-11-24T14:22:55.305474Z','operator','show',NULL,'','{"screen":"auto"}','{"screen":"lineup"}','ea89b4d3e372fed01cd744ea996ae585c737ce0eceed3b2806cb129da3ae8b5c','7aa896ff421085914740c59fe77bc1074d01a8c262bb9ad5ae90d6e010bbf08e');
INSERT INTO "journal" VALUES(6,'2026-11-24T14:22:55.307424Z','operator','call',1,'','{"called":null}','{"entry":"A"}','7aa896ff421085914740c59fe77bc1074d01a8c262bb9ad5ae90d6e010bbf08e','e323ab7d80f98c0031f7ef4b2a1127d891aeed68884ac05c810da70ad6423726');
INSERT INTO "journal" VALUES(7,'2026-11-24T14:22:55.312816Z','operator','clock',NULL,'','{"clock":{"extra":0,"since":null,"used":0.0}}','{"clock":{"extra":0,"since":"2023-04-20T09:00:00Z","used":0.0}}','e323ab7d80f98c0031f7ef4b2a1127d891aeed68884ac05c810da70ad6423726','d144ce477b2cb7bf56ea285cd24e0ea0f376fd775e5ab0c1f12e050a3dce2fcb');
INSERT INTO "journal" VALUES(8,'2026-11-24T14:22:55.314353Z','operator','open',1,'','{"phase":"called"}','{"entry":"A"}','d144ce477b2cb7bf56ea285cd24e0ea0f376fd775e5ab0c1f12e050a3dce2fcb','c2f78a7726ad729670b45ee4c2117ac4deef6e2ab8b62ba8b75c6891f4490b7e');
INSERT INTO "journal" VALUES(9,'2026-11-24T14:22:55.317579Z','judge J1','ballot',1,'','null','{"ballot_id":"J1-A-8","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','c2f78a7726ad729670b45ee4c2117ac4deef6e2ab8b62ba8b75c6891f4490b7e','9a469cb2104b1d241ffadef3fbdf58f7a7c276b09c1963c300902dde67b14eac');
INSERT INTO "journal" VALUES(10,'2026-11-24T14:22:55.321396Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-9","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":6}','9a469cb2104b1d241ffadef3fbdf58f7a7c276b09c1963c300902dde67b14eac','6f8a7caac610df9e3855787aa95a711fab9b9e1d9e78f9821caaa7fe190923e6');
INSERT INTO "journal" VALUES(11,'2026-11-24T14:22:55.323512Z','judge J1','ballot',1,'','{"ballot_id":"J1-A-8","record":9,"scores":{"a":"30","b":"40"}}','{"ballot_id":"J1-A-10","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','6f8a7caac610df9e3855787aa95a711fab9b9e1d9e78f9821caaa7fe190923e6','3c33ed7dedfd01c48d0bdd9ae0762fb60aa56c26fb91a5413f8230af613b86d7');
INSERT INTO "journal" VALUES(12,'2026-11-24T14:22:55.326612Z','operator','close',1,'','null','{"entry":"A","missing":["J3"]}','3c33ed7dedfd01c48d0bdd9ae0762fb60aa56c26fb91a5413f8230af613b86d7','b8f52d592f3f0de9e86cb1f1941f731de651e1b0954dd865d65844b322b2ef1b');
INSERT INTO "journal" VALUES(13,'2026-11-24T14:22:55.328777Z','operator','return-ballot',1,'漏看一页','{"ballot_id":"J2-A-9","record":10,"scores":{"a":"30","b":"40"}}','{"entry":"A","judge":"J2"}','b8f52d592f3f0de9e86cb1f1941f731de651e1b0954dd865d65844b322b2ef1b','ff81256b78c5bd4a826b3a851c41facddb32d754e5eb3ab3731e98f3300fc00a');
INSERT INTO "journal" VALUES(14,'2026-11-24T14:22:55.331210Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-13","entry":"A","judge":"J2","person":"评委2","scores":{"a":"38","b":"57.5"},"source":"panel","version":13}','ff81256b78c5bd4a826b3a851c41facddb32d754e5eb3ab3731e98f3300fc00a','c291501bc0cadc59b6d06b161d789df6d19d875f383fd0ac1a0773d6039cf272');
INSERT INTO "journal" VALUES(15,'2026-11-24T14:22:55.333024Z','operator','open',1,'','{"phase":"closed"}','{"entry":"A"}','c291501bc0cadc59b6d06b161d789df6d19d875f383fd0ac1a0773d6039cf272','3ea67a5e82836e436b3a3762b3f13c51fe11ee91a3f35dc16a22e4ede28da410');
INSERT INTO "journal" VALUES(16,'2026-11-24T14:22:55.335297Z','judge J3','ballot',1,'','null','{"ballot_id":"J3-A-15","entry":"A","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"panel","version":15}','3ea67a5e82836e436b3a3762b3f13c51fe11ee91a3f35dc16a22e4ede28da410','15e0a89bd7f7f2c342ebd695a14e12c023e45ffd08ec1acac15fd5311e25c07e');
INSERT INTO "journal" VALUES(17,'2026-11-24T14:22:55.337509Z','judge J2','ballot',1,'','{"ballot_id":"J2-A-13","record":14,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"J2-A-16","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":15}','15e0a89bd7f7f2c342ebd695a14e12c023e45ffd08ec1acac15fd5311e25c07e','cec728f4102f9e8e1d3db1b6bcb8f451304d66fa66fa973557dff9b59d296f81');
INSERT INTO "journal" VALUES(18,'2026-11-24T14:22:55.339755Z','operator','close',1,'','null','{"entry":"A","missing":[]}','cec728f4102f9e8e1d3db1b6bcb8f451304d66fa66fa973557dff9b59d296f81','3b0d0b41156ad8e1532576fa7589d09441d6e17d40bc8f6a353eb8bf5c27d165');
INSERT INTO "journal" VALUES(19,'2026-11-24T14:22:55.342878Z','operator','substitute',NULL,'临时有事','{"name":"评委1","title":"委员"}','{"judge":"J1","name":"评委替补","title":"代表"}','3b0d0b41156ad8e1532576fa7589d09441d6e17d40bc8f6a353eb8bf5c27d165','6517e39b7faba4d6442bbf6defee8eb2629350594f09d81e4f440b1659b60945');
INSERT INTO "journal" VALUES(20,'2026-11-24T14:22:55.347548Z','operator','reissue',NULL,'换了手机','null','{"judge":"J2"}','6517e39b7faba4d6442bbf6defee8eb2629350594f09d81e4f440b1659b60945','12034b30c57ed4bb37bcc5200804306f8537aa4ad46aa5ebe00363abbc359c9f');
INSERT INTO "journal" VALUES(21,'2026-11-24T14:22:55.348973Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-e088e938-6c3f-40b6-9df6-f31eb154bd15","entry":"B","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"paper","version":0}','12034b30c57ed4bb37bcc5200804306f8537aa4ad46aa5ebe00363abbc359c9f','a3bb23bab0945f85afe32812aa7398a81fb68e71faed053f4dccb457a0464042');
INSERT INTO "journal" VALUES(22,'2026-11-24T14:22:55.350485Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-2738b664-fdad-4a0e-90df-885c2ede8ec6","entry":"B","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"paper","version":0}','a3bb23bab0945f85afe32812aa7398a81fb68e71faed053f4dccb457a0464042','e53492015c6617484788a812a8275d83908f04097dfdcf63ebe823576b7c25f7');
INSERT INTO "journal" VALUES(23,'2026-11-24T14:22:55.352325Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-8046c5f0-f7e7-4f20-bef4-1de30b8c3d42","entry":"B","judge":"J3","person":"评委3","scores":{"a":"38","b":"57.5"},"source":"paper","version":0}','e53492015c6617484788a812a8275d83908f04097dfdcf63ebe823576b7c25f7','8184fc2cbaec2770c8203640790e0662310e5fea00add436b86bbcbcbd89f688');
INSERT INTO "journal" VALUES(24,'2026-11-24T14:22:55.354413Z','operator','ballot',1,'看错','{"ballot_id":"paper-8046c5f0-f7e7-4f20-bef4-1de30b8c3d42","record":23,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"paper-f521db96-3b27-45a4-bfda-6a8048589f23","entry":"B","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','8184fc2cbaec2770c8203640790e0662310e5fea00add436b86bbcbcbd89f688','1a01f85cc3fc2cdabd9628f0409d2b829eedc4c55f7f6d65f3b4dd290b046318');
INSERT INTO "journal" VALUES(25,'2026-11-24T14:22:55.359273Z','operator','ballot',1,'迟到','null','{"ballot_id":"late-1","entry":"C","judge":"J1","person":"评委替补","scores":{"a":"38","b":"57.5"},"source":"offer","version":0}','1a01f85cc3fc2cdabd9628f0409d2b829eedc4c55f7f6d65f3b4dd290b046318','076364fe42d27e638fc45725aa0a06a2e6b3cbb6be4954cec95168af056ea8d4');
INSERT INTO "journal" VALUES(26,'2026-11-24T14:22:55.361776Z','operator','recuse',1,'同一单位','null','{"contestant":"C","details":{},"subject":"J2"}','076364fe42d27e638fc45725aa0a06a2e6b3cbb6be4954cec95168af056ea8d4','ffd2ec69621faf016d3bfa383cb01235d651fa6bf6037816a9581313f26cf067');
INSERT INTO "journal" VALUES(27,'2026-11-24T14:22:55.364010Z','operator','judge-left',1,'离席','null','{"contestant":"","details":{},"subject":"J3"}','ffd2ec69621faf016d3bfa383cb01235d651fa6bf6037816a9581313f26cf067','fd81b979e38dfaab81da89d2f358000932657703b4c85e18fbb12d118b1454ce');
INSERT INTO "journal" VALUES(28,'2026-11-24T14:22:55.366910Z','operator','undo',1,'又回来了','{"record":27}','{"contestant":"","details":{"record":27},"subject":""}','fd81b979e38dfaab81da89d2f358000932657703b4c85e18fbb12d118b1454ce','81690055bd17f6e0d8b1f0e3b6e7727844a82ac909f326229aad08ae8454db0b');
INSERT INTO "journal" VALUES(29,'2026-11-24T14:22:55.370131Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-d14a4553-5d98-43ea-8261-d07fa2b55059","entry":"C","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','81690055bd17f6e0d8b1f0e3b6e7727844a82ac909f326229aad08ae8454db0b','9b4a3b1d98fd35dd74ae441bf408cca4f45a4dc8bf03485b2075ae697c5d56a8');
INSERT INTO "journal" VALUES(30,'2026-11-24T14:22:55.372351Z','operator','no-show',1,'没来','null','{"contestant":"D","details":{},"subject":""}','9b4a3b1d98fd35dd74ae441bf408cca4f45a4dc8bf03485b2075ae697c5d56a8','6ebad637c09f8398f8e04f7ff622616dbfb9ac912e4f8c367b96cde5fcac89b8');
INSERT INTO "journal" VALUES(31,'2026-11-24T14:22:55.374705Z','operator','add',1,'补报','null','{"contestant":"E","details":{},"subject":""}','6ebad637c09f8398f8e04f7ff622616dbfb9ac912e4f8c367b96cde5fcac89b8','8be50759439287687a56073221b0ed792ddc6821c81c95d89eae8d4ca7516e84');
INSERT INTO "journal" VALUES(32,'2026-11-24T14:22:55.378367Z','operator','add',1,'误加','null','{"contestant":"F","details":{},"subject":""}','8be50759439287687a56073221b0ed792ddc6821c81c95d89eae8d4ca7516e84','6c7da8baf43d0d72c40b11dd397b0ffae7722bfea4c223ec9e97d63adb8c1e38');
INSERT INTO "journal" VALUES(33,'2026-11-24T14:22:55.381417Z','operator','undo',1,'误加','{"record":32}','{"contestant":"","details":{"record":32},"subject":""}','6c7da8baf43d0d72c40b11dd397b0ffae7722bfea4c223ec9e97d63adb8c1e38','9fdd9bf9ad234c6af7d18b10a86f1fd27be97dd5160129132c8df926daf1a973');
INSERT INTO "journal" VALUES(34,'2026-11-24T14:22:55.383795Z','operator','withdraw',1,'退出','null','{"contestant":"E","details":{},"subject":""}','9fdd9bf9ad234c6af7d18b10a86f1fd27be97dd5160129132c8df926daf1a973','a0a8b24d6f8b124ac35889128dd96d92ef740099f157547eac3477afddee96db');
INSERT INTO "journal" VALUES(35,'2026-11-24T14:22:55.386285Z','operator','judge-absent',1,'缺席','null','{"contestant":"","details":{},"subject":"J1"}','a0a8b24d6f8b124ac35889128dd96d92ef740099f157547eac3477afddee96db','8b22dba3a1dae58662034b0c30a0d325bc137aef60cb4aa8dc72086a43148bf9');
INSERT INTO "journal" VALUES(36,'2026-11-24T14:22:55.388828Z','operator','undo',1,'看错','{"record":35}','{"contestant":"","details":{"record":35},"subject":""}','8b22dba3a1dae58662034b0c30a0d325bc137aef60cb4aa8dc72086a43148bf9','6820dc1c577c6b2e0f2b3335025af0850c12c590b4dca5123ea7444c25da2d1f');
INSERT INTO "journal" VALUES(37,'2026-11-24T14:22:55.391708Z','operator','component',1,'平时','{"values":{"A":null,"B":null,"C":null}}','{"contestant":"","details":{"values":{"A":"90","B":"90","C":"80"}},"subject":"work"}','6820dc1c577c6b2e0f2b3335025af0850c12c590b4dca5123ea7444c25da2d1f','628a205829c1fd9f6c5d5b30ffb8e8a1a475723136b3ff776911440b4e4e4a03');
INSERT INTO "journal" VALUES(38,'2026-11-24T14:22:55.394525Z','operator','component',1,'更正','{"values":{"C":"80"}}','{"contestant":"","details":{"values":{"C":"80.5"}},"subject":"work"}','628a205829c1fd9f6c5d5b30ffb8e8a1a475723136b3ff776911440b4e4e4a03','c76bc3378776e1cb965ca33b04c63d6d51deacdbe73d6cc9387da585ae74bfcb');
INSERT INTO "journal" VALUES(39,'2026-11-24T14:22:55.397108Z','operator','adjust',1,'加分','null','{"contestant":"C","details":{"points":"1.5"},"subject":""}','c76bc3378776e1cb965ca33b04c63d6d51deacdbe73d6cc9387da585ae74bfcb','1b96192f15e254b02181ec2f4b43aaa2abb00cbbc7ab3d1c0aa4ae193528e017');
INSERT INTO "journal" VALUES(40,'2026-11-24T14:22:55.399675Z','operator','group-void',1,'设备故障','null','{"contestant":"","details":{},"subject":"h"}','1b96192f15e254b02181ec2f4b43aaa2abb00cbbc7ab3d1c0aa4ae193528e017','353ed044bfe5494a8cb69a30b11d677a29f76b4535f0278a17919f79df9111b3');
INSERT INTO "journal" VALUES(41,'2026-11-24T14:22:55.402464Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"host"}','353ed044bfe5494a8cb69a30b11d677a29f76b4535f0278a17919f79df9111b3','81f7a818fd4b1060b1108a376e2656773f732082d0b64ab83601e86fd9aeabb9');
INSERT INTO "journal" VALUES(42,'2026-11-24T14:22:55.406194Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','81f7a818fd4b1060b1108a376e2656773f732082d0b64ab83601e86fd9aeabb9','3fff1b5c4402200c492371459aadf545161f26b521007cecd15f374b9e43b81f');
INSERT INTO "journal" VALUES(43,'2026-11-24T14:22:55.409497Z','operator','reveal',1,'','{"result":null}','{"entry":"B","result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','3fff1b5c4402200c492371459aadf545161f26b521007cecd15f374b9e43b81f','6f52df99d987f798ce8f152806ea594fcef57672545b577920111828c4dab31a');
INSERT INTO "journal" VALUES(44,'2026-11-24T14:22:55.412133Z','operator','reveal',1,'','{"result":null}','{"entry":"D","result":{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}},"to":"all"}','6f52df99d987f798ce8f152806ea594fcef57672545b577920111828c4dab31a','0807fb3b7d6979704361539b8d94b8ecacbf55d0265cd06e86b8a6e5a123eac1');
INSERT INTO "journal" VALUES(45,'2026-11-24T14:22:55.414454Z','operator','unreveal',1,'报错了','{"result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}}','{"entry":"B"}','0807fb3b7d6979704361539b8d94b8ecacbf55d0265cd06e86b8a6e5a123eac1','99b27311641224db6c67f951789f948dbc0df73c679d1b8f7e5dfde65355261f');
INSERT INTO "journal" VALUES(46,'2026-11-24T14:22:55.417515Z','operator','draw',1,'并列','null','{"contestant":"","details":{"order":["B","A"],"seed":"1949"},"subject":""}','99b27311641224db6c67f951789f948dbc0df73c679d1b8f7e5dfde65355261f','a501616da56006a4e399e3ab24cf7bf6324fc6ee67129ab3d838a53ed25d016c');
INSERT INTO "journal" VALUES(47,'2026-11-24T14:22:55.420138Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"74","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"74.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":46,"round":1,"status":"final"}}','a501616da56006a4e399e3ab24cf7bf6324fc6ee67129ab3d838a53ed25d016c','5f30d38cf5c61db3b4c1f4309320441a514b223a85b88d49d7bf8ebbec42096b');
INSERT INTO "journal" VALUES(48,'2026-11-24T14:22:55.422249Z','operator','reopen-round',1,'超时','{"closed":47}','{}','5f30d38cf5c61db3b4c1f4309320441a514b223a85b88d49d7bf8ebbec42096b','3fce301a177006c7e0f0285641a2989aa0e7014a1535bd0eb2d0fd5b97f7dbe8');
INSERT INTO "journal" VALUES(49,'2026-11-24T14:22:55.422884Z','operator','adjust',1,'超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','3fce301a177006c7e0f0285641a2989aa0e7014a1535bd0eb2d0fd5b97f7dbe8','c20ba36e55bb574519fc4ef4cb774144e9e1deb3ccbbe9066be453ad957836b4');
INSERT INTO "journal" VALUES(50,'2026-11-24T14:22:55.425484Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1/2","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"147/2","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.50","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":49,"round":1,"status":"final"}}','c20ba36e55bb574519fc4ef4cb774144e9e1deb3ccbbe9066be453ad957836b4','a3c350b6672684f7c85eab3a8f14f51c2fcca6ccb8aabb2c393d4cfabe1de218');
INSERT INTO "journal" VALUES(51,'2026-11-24T14:22:55.426845Z','operator','next-round',2,'','null','{"lineup":["D","A","E"],"returning":["D","A"]}','a3c350b6672684f7c85eab3a8f14f51c2fcca6ccb8aabb2c393d4cfabe1de218','4d95ef26c0467327de3438be42f036519a467404ff99d1f08504e0bbdd6e24b7');
INSERT INTO "journal" VALUES(52,'2026-11-24T14:22:55.432018Z','operator','call',2,'','{"called":null}','{"entry":"E"}','4d95ef26c0467327de3438be42f036519a467404ff99d1f08504e0bbdd6e24b7','4de5ad9ed65dcbc1ec0ca2aa0d99fd8e29a33eda96c4947fa63cf0231b9ea743');
INSERT INTO "journal" VALUES(53,'2026-11-24T14:22:55.434459Z','operator','open',2,'','{"phase":"called"}','{"entry":"E"}','4de5ad9ed65dcbc1ec0ca2aa0d99fd8e29a33eda96c4947fa63cf0231b9ea743','157dd70faf636c5d9c5d28786e4e4697cb38725c7f1cdc3cc9a9a3c160918779');
INSERT INTO "journal" VALUES(54,'2026-11-24T14:22:55.436651Z','judge J1','ballot',2,'','null','{"ballot_id":"J1-E-53","entry":"E","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"panel","version":52}','157dd70faf636c5d9c5d28786e4e4697cb38725c7f1cdc3cc9a9a3c160918779','8f9c64d57b9f39c1e0b287a36053d26f13b3fc298ac4fa1bd139f87cc798c0af');
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
INSERT INTO "mark" VALUES(4,1,'start-order','','','{"order":["B","D","C","A"],"seed":"七三九一"}','抽签','2026-11-24T14:22:55.303232Z');
INSERT INTO "mark" VALUES(26,1,'recuse','J2','C','{}','同一单位','2026-11-24T14:22:55.361776Z');
INSERT INTO "mark" VALUES(27,1,'judge-left','J3','','{}','离席','2026-11-24T14:22:55.364010Z');
INSERT INTO "mark" VALUES(28,1,'undo','','','{"record":27}','又回来了','2026-11-24T14:22:55.366910Z');
INSERT INTO "mark" VALUES(30,1,'no-show','','D','{}','没来','2026-11-24T14:22:55.372351Z');
INSERT INTO "mark" VALUES(31,1,'add','','E','{}','补报','2026-11-24T14:22:55.374705Z');
INSERT INTO "mark" VALUES(32,1,'add','','F','{}','误加','2026-11-24T14:22:55.378367Z');
INSERT INTO "mark" VALUES(33,1,'undo','','','{"record":32}','误加','2026-11-24T14:22:55.381417Z');
INSERT INTO "mark" VALUES(34,1,'withdraw','','E','{}','退出','2026-11-24T14:22:55.383795Z');
INSERT INTO "mark" VALUES(35,1,'judge-absent','J1','','{}','缺席','2026-11-24T14:22:55.386285Z');
INSERT INTO "mark" VALUES(36,1,'undo','','','{"record":35}','看错','2026-11-24T14:22:55.388828Z');
INSERT INTO "mark" VALUES(37,1,'component','work','','{"values":{"A":"90","B":"90","C":"80"}}','平时','2026-11-24T14:22:55.391708Z');
INSERT INTO "mark" VALUES(38,1,'component','work','','{"values":{"C":"80.5"}}','更正','2026-11-24T14:22:55.394525Z');
INSERT INTO "mark" VALUES(39,1,'adjust','','C','{"points":"1.5"}','加分','2026-11-24T14:22:55.397108Z');
INSERT INTO "mark" VALUES(40,1,'group-void','h','','{}','设备故障','2026-11-24T14:22:55.399675Z');
INSERT INTO "mark" VALUES(46,1,'draw','','','{"order":["B","A"],"seed":"1949"}','并列','2026-11-24T14:22:55.417515Z');
INSERT INTO "mark" VALUES(49,1,'adjust','','A','{"points":"-0.5"}','超时','2026-11-24T14:22:55.422884Z');
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
INSERT INTO "offer" VALUES('J1','late-1','C',1,1,'{"a":"38","b":"57.5"}','','2026-11-24T14:22:55.357108Z','accepted');
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
INSERT INTO "reveal" VALUES(1,'A','host',42,'2026-11-24T14:22:55.406194Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'A','all',42,'2026-11-24T14:22:55.406194Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','host',44,'2026-11-24T14:22:55.412133Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','all',44,'2026-11-24T14:22:55.412133Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
CREATE TABLE round (
	number INTEGER NOT NULL, 
	called VARCHAR, 
	closed INTEGER, 
	PRIMARY KEY (number), 
	FOREIGN KEY(called) REFERENCES contestant (code)
);
INSERT INTO "round" VALUES(1,'A',50);
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
INSERT INTO "seat" VALUES('J1','seat-of-J1','889833');
INSERT INTO "seat" VALUES('J2','seat-of-J2','396534');
INSERT INTO "seat" VALUES('J3','seat-of-J3','277629');
CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('operator_token','operator-token');
INSERT INTO "setting" VALUES('host_token','host-token');
CREATE INDEX ix_mark_round ON mark (round);
CREATE INDEX ballot_entry ON ballot (round, contestant);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
PRAGMA application_id = 1095910734;
PRAGMA user_version = 1;
