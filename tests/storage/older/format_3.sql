-- A contest file of format 3, as SQLite dumps it; tests open it with the program of today.
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
INSERT INTO "ballot" VALUES(9,'J1-A-8',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:16.920490Z',11,'replaced','2026-11-25T19:56:16.963702Z','');
INSERT INTO "ballot" VALUES(10,'J2-A-9',1,'A','J2','评委2',6,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:16.950132Z',13,'returned','2026-11-25T19:56:17.014527Z','漏看一页');
INSERT INTO "ballot" VALUES(11,'J1-A-10',1,'A','J1','评委1',6,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:16.963702Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(14,'J2-A-13',1,'A','J2','评委2',13,'{"a":"38","b":"57.5"}','panel','2026-11-25T19:56:17.019380Z',17,'replaced','2026-11-25T19:56:17.055293Z','');
INSERT INTO "ballot" VALUES(16,'J3-A-15',1,'A','J3','评委3',15,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:17.043903Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(17,'J2-A-16',1,'A','J2','评委2',15,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:17.055293Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(21,'paper-57668d1d-1a3e-4f0c-9905-f3f87b2cf408',1,'B','J1','评委替补',0,'{"a":"30","b":"40"}','paper','2026-11-25T19:56:17.111860Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(22,'paper-fda34522-252d-4709-b036-7d94a294d0cc',1,'B','J2','评委2',0,'{"a":"30","b":"40"}','paper','2026-11-25T19:56:17.116671Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(23,'paper-54448938-2489-491f-9a17-6427c54c1efe',1,'B','J3','评委3',0,'{"a":"38","b":"57.5"}','paper','2026-11-25T19:56:17.122579Z',24,'replaced','2026-11-25T19:56:17.132372Z','看错');
INSERT INTO "ballot" VALUES(24,'paper-7e556bde-46ce-4a9b-8d3c-ef49173e0c1e',1,'B','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-25T19:56:17.132372Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(25,'late-1',1,'C','J1','评委替补',0,'{"a":"38","b":"57.5"}','offer','2026-11-25T19:56:17.157065Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(29,'paper-02cb2bf2-b24d-4274-95a7-1a5b5713ed61',1,'C','J3','评委3',0,'{"a":"30","b":"40"}','paper','2026-11-25T19:56:17.226517Z',NULL,NULL,NULL,NULL);
INSERT INTO "ballot" VALUES(62,'J1-E-61',2,'E','J1','评委替补',60,'{"a":"30","b":"40"}','panel','2026-11-25T19:56:17.843378Z',NULL,NULL,NULL,NULL);
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
INSERT INTO "journal" VALUES(1,'2026-11-25T19:56:16.582371Z','operator','created',NULL,'','null','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"},{"category":"k","code":"B","lead":"牵头B","members":[],"name":"单位B"},{"category":"k","code":"C","lead":"牵头C","members":[],"name":"单位C"},{"category":"k","code":"D","lead":"牵头D","members":[],"name":"单位D"}],"judges":[{"code":"J1","group":"g","name":"评委1","title":"委员"},{"code":"J2","group":"g","name":"评委2","title":"委员"},{"code":"J3","group":"h","name":"评委3","title":"委员"}],"lineup":["A","B","C","D"],"plan":{"category":[{"key":"k","name":"类"}],"component":[{"key":"live","name":"现场","weight":"80"},{"key":"work","name":"平时","weight":"20"}],"contest":{"board":"overall","decimals":2,"level":"city","missing":"wait","organizer":"指挥部","rank_on":"published","ranking":"competition","resend":true,"step":"0.5","tie_breaks":["draw"],"title":"营商环境擂台赛","trim_at":"total"},"criterion":[{"key":"a","max":"40","min":"0","name":"摆问题","weight":"40"},{"key":"b","max":"60","min":"0","name":"谈思路","weight":"60"}],"grade":[{"name":"优秀","top":"50"},{"name":"良好"}],"group":[{"average":"mean","drop_high":0,"drop_low":0,"key":"g","name":"领导评委","quorum":1,"trim_from":1,"weight":"60"},{"average":"mean","drop_high":0,"drop_low":0,"key":"h","name":"社会评委","quorum":1,"trim_from":1,"weight":"40"}],"returns":{"count":1,"no_show":true,"ties":"draw"},"timer":{"speech_seconds":480,"warning_seconds":60}},"rehearsal":false}','0000000000000000000000000000000000000000000000000000000000000000','7573809a56f17162fc06f73ece681d7cecf904a2af5b81e832ffc8cae04b2bb9');
INSERT INTO "journal" VALUES(2,'2026-11-25T19:56:16.805904Z','operator','roster',NULL,'','{"contestants":[]}','{"contestants":[{"category":"k","code":"E","lead":"","members":["甲局","乙局"],"name":"单位戊"},{"category":"k","code":"F","lead":"","members":[],"name":"单位己"}]}','7573809a56f17162fc06f73ece681d7cecf904a2af5b81e832ffc8cae04b2bb9','e6fb85ebd53f443b17ec6e5cd2efd8a35d66ed8cbdc16eb84e9c8f85e3704079');
INSERT INTO "journal" VALUES(3,'2026-11-25T19:56:16.819975Z','operator','roster',NULL,'','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位A"}]}','{"contestants":[{"category":"k","code":"A","lead":"牵头A","members":[],"name":"单位甲"}]}','e6fb85ebd53f443b17ec6e5cd2efd8a35d66ed8cbdc16eb84e9c8f85e3704079','b9d89a31004eedef9bdc7c631ccc29526ad2b3018271e7b561b485e8bb447123');
INSERT INTO "journal" VALUES(4,'2026-11-25T19:56:16.836009Z','operator','start-order',1,'抽签','{"order":["A","B","C","D"]}','{"contestant":"","details":{"order":["B","D","C","A"],"seed":"七三九一"},"subject":""}','b9d89a31004eedef9bdc7c631ccc29526ad2b3018271e7b561b485e8bb447123','1989102db70a55586cc9ae8cabbf0fdc41f1c161dd90070eb954c858a207e450');
INSERT INTO "journal" VALUES(5,'2026-11-25T19:56:16.846517Z','operator','show',NULL,'','{"screen":"auto"}','{"screen":"lineup"}','1989102db70a55586cc9ae8cabbf0fdc41f1c161dd90070eb954c858a207e450','e4f695987e32fc7a628e60e1c73c82fe53e9fbb2f3bf7ff6c718ce93ffa20330');
INSERT INTO "journal" VALUES(6,'2026-11-25T19:56:16.858497Z','operator','call',1,'','{"called":null}','{"entry":"A"}','e4f695987e32fc7a628e60e1c73c82fe53e9fbb2f3bf7ff6c718ce93ffa20330','3beeb2d9a839c0f83b41f5978e00954ab40db3e990e24bef575c22c7b6db7b0d');
INSERT INTO "journal" VALUES(7,'2026-11-25T19:56:16.894567Z','operator','clock',NULL,'','{"clock":{"extra":0,"since":null,"used":0.0}}','{"clock":{"extra":0,"since":"2023-04-20T09:00:00Z","used":0.0}}','3beeb2d9a839c0f83b41f5978e00954ab40db3e990e24bef575c22c7b6db7b0d','b424cb7ff642d960407789e28a1310866343bfc9c91317371eb77ca2ee84ecda');
INSERT INTO "journal" VALUES(8,'2026-11-25T19:56:16.906475Z','operator','open',1,'','{"phase":"called"}','{"entry":"A"}','b424cb7ff642d960407789e28a1310866343bfc9c91317371eb77ca2ee84ecda','6f8cf87b0281b8d5047b70c535294faed649c15e8e4fc8feb49dbdcf3fd0324f');
INSERT INTO "journal" VALUES(9,'2026-11-25T19:56:16.920490Z','judge J1','ballot',1,'','null','{"ballot_id":"J1-A-8","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','6f8cf87b0281b8d5047b70c535294faed649c15e8e4fc8feb49dbdcf3fd0324f','2f466da3901609c0d4c59e328f4c7f3a6c3b7c6019ce0d198c9566fa8bdb32ac');
INSERT INTO "journal" VALUES(10,'2026-11-25T19:56:16.950132Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-9","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":6}','2f466da3901609c0d4c59e328f4c7f3a6c3b7c6019ce0d198c9566fa8bdb32ac','e7f2e0141d920ac53bb7cca90bbf806934852ee0ad7728869de2d213447cc73e');
INSERT INTO "journal" VALUES(11,'2026-11-25T19:56:16.963702Z','judge J1','ballot',1,'','{"ballot_id":"J1-A-8","record":9,"scores":{"a":"30","b":"40"}}','{"ballot_id":"J1-A-10","entry":"A","judge":"J1","person":"评委1","scores":{"a":"30","b":"40"},"source":"panel","version":6}','e7f2e0141d920ac53bb7cca90bbf806934852ee0ad7728869de2d213447cc73e','18c1efa80be97ca9b0cb675de116618c8554bf2dc29e2c07500187a8e6e4f883');
INSERT INTO "journal" VALUES(12,'2026-11-25T19:56:16.996060Z','operator','close',1,'','null','{"entry":"A","missing":["J3"]}','18c1efa80be97ca9b0cb675de116618c8554bf2dc29e2c07500187a8e6e4f883','45682b711e55b50932a0fa1a83009f478dcd79f4fc3ea6af08305dacdc7382a7');
INSERT INTO "journal" VALUES(13,'2026-11-25T19:56:17.014527Z','operator','return-ballot',1,'漏看一页','{"ballot_id":"J2-A-9","record":10,"scores":{"a":"30","b":"40"}}','{"entry":"A","judge":"J2"}','45682b711e55b50932a0fa1a83009f478dcd79f4fc3ea6af08305dacdc7382a7','3d7295aee3d8a1813a6a29beba6b6e8f024b400a6f09c5e92f6539197372bc08');
INSERT INTO "journal" VALUES(14,'2026-11-25T19:56:17.019380Z','judge J2','ballot',1,'','null','{"ballot_id":"J2-A-13","entry":"A","judge":"J2","person":"评委2","scores":{"a":"38","b":"57.5"},"source":"panel","version":13}','3d7295aee3d8a1813a6a29beba6b6e8f024b400a6f09c5e92f6539197372bc08','19dd782c3229a70e33617cc2cda199e1d2f43ba679926084fc493cf9a69b83c1');
INSERT INTO "journal" VALUES(15,'2026-11-25T19:56:17.034490Z','operator','open',1,'','{"phase":"closed"}','{"entry":"A"}','19dd782c3229a70e33617cc2cda199e1d2f43ba679926084fc493cf9a69b83c1','6f7abf5c373b9ac69ea305747e0f2205330bfb25a20842b09812b52e97eea6f7');
INSERT INTO "journal" VALUES(16,'2026-11-25T19:56:17.043903Z','judge J3','ballot',1,'','null','{"ballot_id":"J3-A-15","entry":"A","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"panel","version":15}','6f7abf5c373b9ac69ea305747e0f2205330bfb25a20842b09812b52e97eea6f7','b610458557437f160f05a1381d6621f73aadedfc7ade4bf6889146d70cfa2754');
INSERT INTO "journal" VALUES(17,'2026-11-25T19:56:17.055293Z','judge J2','ballot',1,'','{"ballot_id":"J2-A-13","record":14,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"J2-A-16","entry":"A","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"panel","version":15}','b610458557437f160f05a1381d6621f73aadedfc7ade4bf6889146d70cfa2754','fe4f9c33d9cf8293bc99f6acae27dbb215643a7e3820773b9d8f06c3de342a4e');
INSERT INTO "journal" VALUES(18,'2026-11-25T19:56:17.069723Z','operator','close',1,'','null','{"entry":"A","missing":[]}','fe4f9c33d9cf8293bc99f6acae27dbb215643a7e3820773b9d8f06c3de342a4e','892d54b851f0943b792818b026a705c611e2896422730a63a4a43953a960a147');
INSERT INTO "journal" VALUES(19,'2026-11-25T19:56:17.087113Z','operator','substitute',NULL,'临时有事','{"name":"评委1","title":"委员"}','{"judge":"J1","name":"评委替补","title":"代表"}','892d54b851f0943b792818b026a705c611e2896422730a63a4a43953a960a147','68e8d0eb2c80205070834576ad86218275d9daea4ca7b7a66505aa1d42d0020c');
INSERT INTO "journal" VALUES(20,'2026-11-25T19:56:17.103380Z','operator','reissue',NULL,'换了手机','null','{"judge":"J2"}','68e8d0eb2c80205070834576ad86218275d9daea4ca7b7a66505aa1d42d0020c','5dc95e0a6c965b7ed960e720acb6673d96e3a6a6a824916f9c40a1132b9d59e8');
INSERT INTO "journal" VALUES(21,'2026-11-25T19:56:17.111860Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-57668d1d-1a3e-4f0c-9905-f3f87b2cf408","entry":"B","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"paper","version":0}','5dc95e0a6c965b7ed960e720acb6673d96e3a6a6a824916f9c40a1132b9d59e8','dfaed4427cb4f4e79d6aa30075dfdef474e14f50b668441a34e2d37ccd6abf90');
INSERT INTO "journal" VALUES(22,'2026-11-25T19:56:17.116671Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-fda34522-252d-4709-b036-7d94a294d0cc","entry":"B","judge":"J2","person":"评委2","scores":{"a":"30","b":"40"},"source":"paper","version":0}','dfaed4427cb4f4e79d6aa30075dfdef474e14f50b668441a34e2d37ccd6abf90','656cb6e43b7bec1d13c450e664824381d9a97c5fbc2acee41b7f136464c9f1c2');
INSERT INTO "journal" VALUES(23,'2026-11-25T19:56:17.122579Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-54448938-2489-491f-9a17-6427c54c1efe","entry":"B","judge":"J3","person":"评委3","scores":{"a":"38","b":"57.5"},"source":"paper","version":0}','656cb6e43b7bec1d13c450e664824381d9a97c5fbc2acee41b7f136464c9f1c2','acc17b3c20ae6cd76fa413afa92d58af2d5b640f42290493305f4ff6f20d0413');
INSERT INTO "journal" VALUES(24,'2026-11-25T19:56:17.132372Z','operator','ballot',1,'看错','{"ballot_id":"paper-54448938-2489-491f-9a17-6427c54c1efe","record":23,"scores":{"a":"38","b":"57.5"}}','{"ballot_id":"paper-7e556bde-46ce-4a9b-8d3c-ef49173e0c1e","entry":"B","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','acc17b3c20ae6cd76fa413afa92d58af2d5b640f42290493305f4ff6f20d0413','69d2c5d554b64cea9b505f2a6ec11a17545fc4fb313c526d950f1176055b758a');
INSERT INTO "journal" VALUES(25,'2026-11-25T19:56:17.157065Z','operator','ballot',1,'迟到','null','{"ballot_id":"late-1","entry":"C","judge":"J1","person":"评委替补","scores":{"a":"38","b":"57.5"},"source":"offer","version":0}','69d2c5d554b64cea9b505f2a6ec11a17545fc4fb313c526d950f1176055b758a','e4563823c99e3437b44d25ab6c5640990ef0f34ddd02d3fff9498ff24d9e9c12');
INSERT INTO "journal" VALUES(26,'2026-11-25T19:56:17.172005Z','operator','recuse',1,'同一单位','null','{"contestant":"C","details":{},"subject":"J2"}','e4563823c99e3437b44d25ab6c5640990ef0f34ddd02d3fff9498ff24d9e9c12','d5638bd12b4d680eaef70d4c595b8e320ef1aec95339e85a56be65cb170bf2e1');
INSERT INTO "journal" VALUES(27,'2026-11-25T19:56:17.187564Z','operator','judge-left',1,'离席','null','{"contestant":"","details":{},"subject":"J3"}','d5638bd12b4d680eaef70d4c595b8e320ef1aec95339e85a56be65cb170bf2e1','7720dffa8d93f31f2773b70675c8d05bd558c030e7bc0431a4d3a2d1ad731214');
INSERT INTO "journal" VALUES(28,'2026-11-25T19:56:17.205455Z','operator','undo',1,'又回来了','{"record":27}','{"contestant":"","details":{"record":27},"subject":""}','7720dffa8d93f31f2773b70675c8d05bd558c030e7bc0431a4d3a2d1ad731214','bbfa43786fe39982d46288abcbe36c7bbaa11c5471f1ff3000de4cd947ff40c3');
INSERT INTO "journal" VALUES(29,'2026-11-25T19:56:17.226517Z','operator','ballot',1,'断网','null','{"ballot_id":"paper-02cb2bf2-b24d-4274-95a7-1a5b5713ed61","entry":"C","judge":"J3","person":"评委3","scores":{"a":"30","b":"40"},"source":"paper","version":0}','bbfa43786fe39982d46288abcbe36c7bbaa11c5471f1ff3000de4cd947ff40c3','225590664eba97ccb88acf36bb45abe15c16f0576bbc11d0e8218057f7736b57');
INSERT INTO "journal" VALUES(30,'2026-11-25T19:56:17.243712Z','operator','no-show',1,'没来','null','{"contestant":"D","details":{},"subject":""}','225590664eba97ccb88acf36bb45abe15c16f0576bbc11d0e8218057f7736b57','903071ba448feaa5491ffe508746efa1d60281ea027d8fd0a033902ceebe1800');
INSERT INTO "journal" VALUES(31,'2026-11-25T19:56:17.272027Z','operator','add',1,'补报','null','{"contestant":"E","details":{},"subject":""}','903071ba448feaa5491ffe508746efa1d60281ea027d8fd0a033902ceebe1800','cc9cf70bb8fe0fc82689439cc767cf859c2c23f7504a20c0139a0289aa092839');
INSERT INTO "journal" VALUES(32,'2026-11-25T19:56:17.296071Z','operator','add',1,'误加','null','{"contestant":"F","details":{},"subject":""}','cc9cf70bb8fe0fc82689439cc767cf859c2c23f7504a20c0139a0289aa092839','943a6d436cca6e5e535e1f530b84654dc77467cc83161d38446fdb5ef6aa6b1e');
INSERT INTO "journal" VALUES(33,'2026-11-25T19:56:17.336855Z','operator','undo',1,'误加','{"record":32}','{"contestant":"","details":{"record":32},"subject":""}','943a6d436cca6e5e535e1f530b84654dc77467cc83161d38446fdb5ef6aa6b1e','7c7f0951e3aff02054f31fabdb17e4790c25b8d25d39533dc932f2cc6687167b');
INSERT INTO "journal" VALUES(34,'2026-11-25T19:56:17.363539Z','operator','withdraw',1,'退出','null','{"contestant":"E","details":{},"subject":""}','7c7f0951e3aff02054f31fabdb17e4790c25b8d25d39533dc932f2cc6687167b','cc44e29d2500b3caadeaa47a72f73dced6fd83de277b8a0187fa971edfd87077');
INSERT INTO "journal" VALUES(35,'2026-11-25T19:56:17.380092Z','operator','judge-absent',1,'缺席','null','{"contestant":"","details":{},"subject":"J1"}','cc44e29d2500b3caadeaa47a72f73dced6fd83de277b8a0187fa971edfd87077','d666144145bde7c927c07583428c0c372c47556fe8e5adbcf85702843f5104ef');
INSERT INTO "journal" VALUES(36,'2026-11-25T19:56:17.400834Z','operator','undo',1,'看错','{"record":35}','{"contestant":"","details":{"record":35},"subject":""}','d666144145bde7c927c07583428c0c372c47556fe8e5adbcf85702843f5104ef','f1e5bfc7303dea55c878a8c39579e7e322ed7994b2c66ac95873f0fc464c8199');
INSERT INTO "journal" VALUES(37,'2026-11-25T19:56:17.424578Z','operator','component',1,'平时','{"values":{"A":null,"B":null,"C":null}}','{"contestant":"","details":{"values":{"A":"90","B":"90","C":"80"}},"subject":"work"}','f1e5bfc7303dea55c878a8c39579e7e322ed7994b2c66ac95873f0fc464c8199','c42840172e18aff6ca95b4a9c53eb7b3632b9aa8bc9ba92194dc5b2293a9c54c');
INSERT INTO "journal" VALUES(38,'2026-11-25T19:56:17.444408Z','operator','component',1,'更正','{"values":{"C":"80"}}','{"contestant":"","details":{"values":{"C":"80.5"}},"subject":"work"}','c42840172e18aff6ca95b4a9c53eb7b3632b9aa8bc9ba92194dc5b2293a9c54c','75cedf2324c1d5fc89bfaa4b77ef7fcb185d3e51dc2b5d5dab156664a2a1aea4');
INSERT INTO "journal" VALUES(39,'2026-11-25T19:56:17.451045Z','operator','adjust',1,'加分','null','{"contestant":"C","details":{"points":"1.5"},"subject":""}','75cedf2324c1d5fc89bfaa4b77ef7fcb185d3e51dc2b5d5dab156664a2a1aea4','2bc8d68c9b626893992967bd23df3e8417e2990d85a2f9e31681045df7f1f1b1');
INSERT INTO "journal" VALUES(40,'2026-11-25T19:56:17.463420Z','operator','group-void',1,'设备故障','null','{"contestant":"","details":{},"subject":"h"}','2bc8d68c9b626893992967bd23df3e8417e2990d85a2f9e31681045df7f1f1b1','e29f8636281fd65e56eb04a2e142cd84d482437d6ce863d2a5ab481a8b12673f');
INSERT INTO "journal" VALUES(41,'2026-11-25T19:56:17.475229Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"host"}','e29f8636281fd65e56eb04a2e142cd84d482437d6ce863d2a5ab481a8b12673f','b63d1430a1c5e64b7164028e65a8f7867f88330484459d6ad2e7d911c9058d7c');
INSERT INTO "journal" VALUES(42,'2026-11-25T19:56:17.494930Z','operator','reveal',1,'','{"result":null}','{"entry":"A","result":{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','b63d1430a1c5e64b7164028e65a8f7867f88330484459d6ad2e7d911c9058d7c','4c87645ab2c3ce81745b8e05a2a727de2973d74c83f831477e17d952c5cd8d53');
INSERT INTO "journal" VALUES(43,'2026-11-25T19:56:17.514907Z','operator','reveal',1,'','{"result":null}','{"entry":"B","result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}},"to":"all"}','4c87645ab2c3ce81745b8e05a2a727de2973d74c83f831477e17d952c5cd8d53','0803c8e24929eafc8de5653409c6c09bdf66b32238cc410954758f20a4149155');
INSERT INTO "journal" VALUES(44,'2026-11-25T19:56:17.535205Z','operator','reveal',1,'','{"result":null}','{"entry":"D","result":{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}},"to":"all"}','0803c8e24929eafc8de5653409c6c09bdf66b32238cc410954758f20a4149155','59855d1e06da5cf55eea7f143eefb65c8c25747f64ce5936966280089785e3fd');
INSERT INTO "journal" VALUES(45,'2026-11-25T19:56:17.558638Z','operator','unreveal',1,'报错了','{"result":{"adjustments":"0","code":"B","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}}','{"entry":"B"}','59855d1e06da5cf55eea7f143eefb65c8c25747f64ce5936966280089785e3fd','f59ce6e09859e596baed9be508843080fe157f9b51133b37bb5f1e184b24b348');
INSERT INTO "journal" VALUES(46,'2026-11-25T19:56:17.583135Z','operator','draw',1,'并列','null','{"contestant":"","details":{"order":["B","A"],"seed":"1949"},"subject":""}','f59ce6e09859e596baed9be508843080fe157f9b51133b37bb5f1e184b24b348','739e889e256086caf7534e4eda725c57215d1952f703f3af217e567c44e785a6');
INSERT INTO "journal" VALUES(47,'2026-11-25T19:56:17.611021Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"74","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"74.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":"draw"},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":46,"round":1,"status":"final"}}','739e889e256086caf7534e4eda725c57215d1952f703f3af217e567c44e785a6','14fe39f13df4cdcf817a3ab87762a86c47278d9859234e48a0d9a14802d87278');
INSERT INTO "journal" VALUES(48,'2026-11-25T19:56:17.636229Z','operator','reopen-round',1,'超时','{"closed":47}','{}','14fe39f13df4cdcf817a3ab87762a86c47278d9859234e48a0d9a14802d87278','eddb067aa10e82c788b67c1d9d268ce04d897de7b929545852375be39b4ac017');
INSERT INTO "journal" VALUES(49,'2026-11-25T19:56:17.638664Z','operator','adjust',1,'超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','eddb067aa10e82c788b67c1d9d268ce04d897de7b929545852375be39b4ac017','10aa6f1d48dabc07f041ff5667033cf53599f755224992f339ed82199c1df030');
INSERT INTO "journal" VALUES(50,'2026-11-25T19:56:17.659318Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1/2","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"147/2","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.50","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":49,"round":1,"status":"final"}}','10aa6f1d48dabc07f041ff5667033cf53599f755224992f339ed82199c1df030','0fd6b0f6ca956b67a4de25495aa7bdb523c2dbadf7e68eaa15eff949b1d705fc');
INSERT INTO "journal" VALUES(51,'2026-11-25T19:56:17.674200Z','operator','sign-off',1,'','null','{"name":"周敏","role":"teller"}','0fd6b0f6ca956b67a4de25495aa7bdb523c2dbadf7e68eaa15eff949b1d705fc','38969e104eead7d85dfa0e3c3c6ede6f7975d244fa5fe151f0f88b8887187c79');
INSERT INTO "journal" VALUES(52,'2026-11-25T19:56:17.691319Z','operator','reopen-round',1,'再次超时','{"closed":50}','{}','38969e104eead7d85dfa0e3c3c6ede6f7975d244fa5fe151f0f88b8887187c79','7aa352efe17a30e186692836a76e21ccee4173fb2134bfbf09dd23d2895af243');
INSERT INTO "journal" VALUES(53,'2026-11-25T19:56:17.693149Z','operator','adjust',1,'再次超时','null','{"contestant":"A","details":{"points":"-0.5"},"subject":""}','7aa352efe17a30e186692836a76e21ccee4173fb2134bfbf09dd23d2895af243','07dea67e658cd16a77486f16c4a103b25346dd902dfe961dc2f65ab7ffda1e11');
INSERT INTO "journal" VALUES(54,'2026-11-25T19:56:17.713357Z','operator','close-round',1,'','null','{"standings":{"boards":[{"key":"overall","name":"总榜","needs_draw":[],"rows":[{"adjustments":"3/2","category":"k","code":"C","components":{"live":"191/2","work":"161/2"},"exact":"94","grade":"优秀","groups":{"g":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"191/2"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位C","published":"94.00","rank":1,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"B","components":{"live":"70","work":"90"},"exact":"74","grade":"优秀","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位B","published":"74.00","rank":2,"returned_before":0,"returns":false,"status":"complete","tie_break":null},{"adjustments":"-1","category":"k","code":"A","components":{"live":"70","work":"90"},"exact":"73","grade":"良好","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70"},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70"}},"name":"单位甲","published":"73.00","rank":3,"returned_before":0,"returns":true,"status":"complete","tie_break":null},{"adjustments":"0","category":"k","code":"D","components":{},"exact":null,"grade":null,"groups":{},"name":"单位D","published":null,"rank":null,"returned_before":0,"returns":true,"status":"no_show","tie_break":null},{"adjustments":"0","category":"k","code":"E","components":{},"exact":null,"grade":null,"groups":{},"name":"单位戊","published":null,"rank":null,"returned_before":0,"returns":false,"status":"withdrawn","tie_break":null}],"status":"final"}],"closed":false,"contest":"营商环境擂台赛","revision":53,"round":1,"status":"final"}}','07dea67e658cd16a77486f16c4a103b25346dd902dfe961dc2f65ab7ffda1e11','7dc5b69fb7d72b9af04de041d2b36c72deee105801d97341e721f41cd161e283');
INSERT INTO "journal" VALUES(55,'2026-11-25T19:56:17.730279Z','operator','sign-off',1,'','null','{"name":"王建国","role":"chief-judge"}','7dc5b69fb7d72b9af04de041d2b36c72deee105801d97341e721f41cd161e283','fc0430c1ee295598319f7dc72c378824b3c337010d021d72244b4f07a62f1e7a');
INSERT INTO "journal" VALUES(56,'2026-11-25T19:56:17.746292Z','operator','sign-off',1,'','null','{"name":"李丽","role":"supervisor"}','fc0430c1ee295598319f7dc72c378824b3c337010d021d72244b4f07a62f1e7a','911f93a335f86c1f3eddb2989762da31b212f5f8b1666860de1727c854917b11');
INSERT INTO "journal" VALUES(57,'2026-11-25T19:56:17.754504Z','operator','sign-off',1,'','{"name":"李丽"}','{"name":"李莉","role":"supervisor"}','911f93a335f86c1f3eddb2989762da31b212f5f8b1666860de1727c854917b11','9f796fe0789a79b05177465df8ee5669009e56b37758971907beb8d12fb93f73');
INSERT INTO "journal" VALUES(58,'2026-11-25T19:56:17.766365Z','operator','restored',NULL,'','null','{"copy":"备份.arena","revision":57}','9f796fe0789a79b05177465df8ee5669009e56b37758971907beb8d12fb93f73','8c08a8c5e135c8be52dcbbb1c774a05d5000a0be88b5963411193838d1634a2e');
INSERT INTO "journal" VALUES(59,'2026-11-25T19:56:17.770398Z','operator','next-round',2,'','null','{"lineup":["D","A","E"],"returning":["D","A"]}','8c08a8c5e135c8be52dcbbb1c774a05d5000a0be88b5963411193838d1634a2e','b5b2ec2ff36607ef689ee1ce7a96ec3de6be3c43a8a447541c57b5e13ad95af6');
INSERT INTO "journal" VALUES(60,'2026-11-25T19:56:17.812930Z','operator','call',2,'','{"called":null}','{"entry":"E"}','b5b2ec2ff36607ef689ee1ce7a96ec3de6be3c43a8a447541c57b5e13ad95af6','81307c2c1ee54f70a1afd116355fc0dfb9361d97d644ba9346a1208d26d9399c');
INSERT INTO "journal" VALUES(61,'2026-11-25T19:56:17.826447Z','operator','open',2,'','{"phase":"called"}','{"entry":"E"}','81307c2c1ee54f70a1afd116355fc0dfb9361d97d644ba9346a1208d26d9399c','01ee1341e8eddee06f048796185e1080492d274f82d7de754afbb52dce992480');
INSERT INTO "journal" VALUES(62,'2026-11-25T19:56:17.843378Z','judge J1','ballot',2,'','null','{"ballot_id":"J1-E-61","entry":"E","judge":"J1","person":"评委替补","scores":{"a":"30","b":"40"},"source":"panel","version":60}','01ee1341e8eddee06f048796185e1080492d274f82d7de754afbb52dce992480','293097786420053cea34c24e2d9a0e05e8ef97e8d3ddbe42b8f449d1b1608a10');
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
INSERT INTO "mark" VALUES(4,1,'start-order','','','{"order":["B","D","C","A"],"seed":"七三九一"}','抽签','2026-11-25T19:56:16.836009Z');
INSERT INTO "mark" VALUES(26,1,'recuse','J2','C','{}','同一单位','2026-11-25T19:56:17.172005Z');
INSERT INTO "mark" VALUES(27,1,'judge-left','J3','','{}','离席','2026-11-25T19:56:17.187564Z');
INSERT INTO "mark" VALUES(28,1,'undo','','','{"record":27}','又回来了','2026-11-25T19:56:17.205455Z');
INSERT INTO "mark" VALUES(30,1,'no-show','','D','{}','没来','2026-11-25T19:56:17.243712Z');
INSERT INTO "mark" VALUES(31,1,'add','','E','{}','补报','2026-11-25T19:56:17.272027Z');
INSERT INTO "mark" VALUES(32,1,'add','','F','{}','误加','2026-11-25T19:56:17.296071Z');
INSERT INTO "mark" VALUES(33,1,'undo','','','{"record":32}','误加','2026-11-25T19:56:17.336855Z');
INSERT INTO "mark" VALUES(34,1,'withdraw','','E','{}','退出','2026-11-25T19:56:17.363539Z');
INSERT INTO "mark" VALUES(35,1,'judge-absent','J1','','{}','缺席','2026-11-25T19:56:17.380092Z');
INSERT INTO "mark" VALUES(36,1,'undo','','','{"record":35}','看错','2026-11-25T19:56:17.400834Z');
INSERT INTO "mark" VALUES(37,1,'component','work','','{"values":{"A":"90","B":"90","C":"80"}}','平时','2026-11-25T19:56:17.424578Z');
INSERT INTO "mark" VALUES(38,1,'component','work','','{"values":{"C":"80.5"}}','更正','2026-11-25T19:56:17.444408Z');
INSERT INTO "mark" VALUES(39,1,'adjust','','C','{"points":"1.5"}','加分','2026-11-25T19:56:17.451045Z');
INSERT INTO "mark" VALUES(40,1,'group-void','h','','{}','设备故障','2026-11-25T19:56:17.463420Z');
INSERT INTO "mark" VALUES(46,1,'draw','','','{"order":["B","A"],"seed":"1949"}','并列','2026-11-25T19:56:17.583135Z');
INSERT INTO "mark" VALUES(49,1,'adjust','','A','{"points":"-0.5"}','超时','2026-11-25T19:56:17.638664Z');
INSERT INTO "mark" VALUES(53,1,'adjust','','A','{"points":"-0.5"}','再次超时','2026-11-25T19:56:17.693149Z');
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
INSERT INTO "offer" VALUES('J1','late-1','C',1,1,'{"a":"38","b":"57.5"}','','2026-11-25T19:56:17.143685Z','accepted','评委替补');
INSERT INTO "offer" VALUES('J2','late-2','E',2,1,'{"a":"38","b":"57.5"}','','2026-11-25T19:56:17.864188Z','open','评委2');
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
INSERT INTO "reveal" VALUES(1,'A','host',42,'2026-11-25T19:56:17.494930Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'A','all',42,'2026-11-25T19:56:17.494930Z','{"adjustments":"0","code":"A","components":{"live":"70","work":"90"},"exact":"74","groups":{"g":{"counted":2,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J1":"70","J2":"70"}},"h":{"counted":1,"dropped_high":[],"dropped_low":[],"score":"70","totals":{"J3":"70"}}},"published":"74.00","status":"complete","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','host',44,'2026-11-25T19:56:17.535205Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
INSERT INTO "reveal" VALUES(1,'D','all',44,'2026-11-25T19:56:17.535205Z','{"adjustments":"0","code":"D","components":{},"exact":null,"groups":{},"published":null,"status":"no_show","tie_values":{"draw":null}}');
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
INSERT INTO "seat" VALUES('J1','aFwomP1t7S2lwCosJAkU2fb0_iNi2pwl','974779');
INSERT INTO "seat" VALUES('J2','CipaaeYASIgPmVoUbSlKVPYVBLsfejyL','725978');
INSERT INTO "seat" VALUES('J3','IADvAYqTmdFe4h1tR4rMMWB0jE_bUvOU','655771');
CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('operator_token','NhahRYJZx0gQdFTxzk5bVlhO0WSjAcfe');
INSERT INTO "setting" VALUES('host_token','mbvXpdkjt0rtHeXSv5rK8HCc7KEmw43A');
CREATE TABLE signature (
	round INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	record INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (round, role), 
	FOREIGN KEY(round) REFERENCES round (number)
);
INSERT INTO "signature" VALUES(1,'chief-judge','王建国',55,'2026-11-25T19:56:17.730279Z');
INSERT INTO "signature" VALUES(1,'supervisor','李莉',57,'2026-11-25T19:56:17.754504Z');
CREATE INDEX ix_mark_round ON mark (round);
CREATE INDEX ballot_entry ON ballot (round, contestant);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE number >= NEW.number) BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
PRAGMA application_id = 1095910734;
PRAGMA user_version = 3;
